-- What archivists say of names in texts: that an authority is meant there, or that it is not although a
-- name of its record is. It changes no version. A decision is ended and never taken away, so that it can
-- be told who said what, and when.

create table mention_decision (
  briefing uuid not null,
  language text not null,
  authority uuid not null references authority,
  verdict text not null check (verdict in ('confirmed', 'rejected')),
  role text,                         -- of who is meant
  spelling text,                     -- as the text has it, where no name of the record is recognised
  decided_at timestamptz not null default clock_timestamp(),
  decided_by text not null,
  ended_at timestamptz,
  ended_by text,
  foreign key (briefing, language) references edition deferrable initially deferred,
  check ((ended_at is null) = (ended_by is null))
);

create unique index mention_decision_now on mention_decision (briefing, language, authority)
  where ended_at is null;
create index mention_decision_of_authority on mention_decision (authority);

create trigger mention_decision_is_kept before delete on mention_decision
  for each row execute function refuse_change();
-- The spelling is not among these: a part of the text, it can be erased by law.
create trigger mention_decision_is_immutable before update of briefing, language, authority, verdict,
    role, decided_at, decided_by on mention_decision
  for each row execute function refuse_change();
