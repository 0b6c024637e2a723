-- Imports of old holdings. What a job has done stands here, written with the briefings it kept, so
-- that after a crash it goes on behind the last line that is safe.

create table import_job (
  id uuid primary key,
  owner text not null,               -- the account on whose behalf it runs
  actions text not null,             -- what its credentials allowed, joined by commas
  offices text,                      -- and for which offices; absent where the account's own count
  terms jsonb not null,              -- what holds for lines that do not say it themselves
  form text not null check (form in ('lines', 'zip', 'tar', 'page')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  size bigint not null,              -- of the file, in bytes
  bytes bigint not null default 0,   -- of the file, read so far
  line bigint not null default 0,    -- the number of the last one done
  lines bigint not null default 0,   -- done: kept, repeated, refused or parked
  kept bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  noted bigint not null default 0,   -- kept, but not all of it could be taken over
  parked bigint not null default 0,  -- waiting for the versions before theirs
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  failure text,
  holder uuid,                       -- the node at work on it, until its lease has run out
  lease_until timestamptz
);

create index import_job_to_do on import_job (created_at) where state in ('waiting', 'running');

-- What was wrong, by line; a line that was kept may have notes too.
create table import_note (
  job uuid not null references import_job on delete cascade,
  line bigint not null,
  place integer not null,            -- within the line, from 1
  file text,                         -- within a ZIP or tar
  kept boolean not null,
  reason text not null,
  field text not null,
  rule text not null,
  value text not null,
  primary key (job, line, place)
);

-- Lines that came before those they build on; taken when the file has been read.
create table import_parked (
  job uuid not null references import_job on delete cascade,
  version integer not null,
  line bigint not null,
  file text,
  content bytea not null,
  primary key (job, version, line)
);

-- Which briefing the lines of a group belong to, also in later imports.
create table import_group (
  owner text not null,
  office text not null references office,
  name text not null,
  briefing uuid not null references briefing deferrable initially deferred,
  primary key (owner, office, name)
);
