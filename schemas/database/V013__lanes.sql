-- What imports bring in is followed by itself: followers give way while an import is at work, and what
-- was handed over singly does not wait for it.
alter table journal
  add column lane text not null default 'single' check (lane in ('single', 'imported'));

create index journal_by_lane on journal (lane, position);

-- How far a follower has come in the other lane; what is older than lanes is in that of position.
alter table follower add column imported_position bigint not null default 0;
