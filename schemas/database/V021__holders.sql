-- Which node is at upkeep: one that was silent for so long that another took the work over must not
-- give that one's lease back.
alter table upkeep
  add column holder uuid;            -- until its lease has run out

-- An import takes lines in that build on none of a batch before those that do. After a crash it goes
-- on behind `line`, without these.
alter table import_job
  add column ahead bigint[] not null default '{}';
