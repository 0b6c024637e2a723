-- Which changed names are looked for now. That is announced before it is begun: what a node indexes that did
-- not know them yet is then either found, or indexed again by the node itself. Of these, some are looked for
-- at once, and what has their names is asked to be indexed again in the order of the briefings.
alter table authority_followed
  add column announced bigint not null default 0,  -- up to which change names are looked for
  add column taken bigint,                         -- up to which of them at once; absent between two lots
  add column asked uuid;                           -- the last briefing that was asked for of this lot
update authority_followed set announced = position;
