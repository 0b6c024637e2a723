-- Governments end, and their offices with them; what those issued stays theirs.
alter table office
  add column until date,            -- its last day
  add column successor text references office deferrable initially deferred,
  add check (successor is null or until is not null),
  add check (successor <> code);
