-- What imports bring in is followed by itself: followers give way while an import is at work, and what
-- was handed over singly does not wait for it.
alter table journal
  add column lane text not null default 'single' check (lane in ('single', 'imported'));

-- Each lane by itself: an index over both could not keep the planner from reading the journal in the
-- order of all positions, past what may be a million entries of the other lane.
create index journal_single on journal (position) where lane = 'single';
create index journal_imported on journal (position) where lane = 'imported';

-- How far a follower has come in the other lane; what is older than lanes is in that of position.
alter table follower add column imported_position bigint not null default 0;
