-- How the search index is kept: what is asked to be written again, the indices and how far they are
-- filled, what Elasticsearch refused, and how the index was compared with the record. All of it can be
-- thrown away with the index.

-- Briefings whose documents are to be written again although the journal says nothing of them. Positions
-- are taken from the journal, under its lock: they stand in one order with its entries.
create table index_request (
  briefing uuid primary key,
  position bigint not null unique,   -- of the last request
  open_position bigint               -- of the last one about what everybody sees; absent when none was
);

alter table follower add column requested_position bigint not null default 0;

-- The pairs of indices there are and were. One serves searches, another one may be filled beside it.
create table index_generation (
  id uuid primary key,               -- version 7
  schema integer not null,           -- the number in schemas/search/editions-vN.json
  number integer not null,           -- the last part of the names of its indices
  identity text,                     -- by which Elasticsearch knows them; absent until they are made
  state text not null check (state in ('filling', 'serving', 'replaced', 'cancelled', 'failed')),
  asked_by text,                     -- the account; absent when the archive itself found it necessary
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,           -- when it began to serve, or was given up
  briefings bigint not null,         -- that it is to be filled with from the record
  filled bigint not null default 0,  -- of these
  filled_to uuid,                    -- the last of these
  fill_until uuid,                   -- the last one that there was at the start; absent when there was none
  failure text,
  unique (schema, number)
);

create unique index index_generation_filling on index_generation (schema) where state = 'filling';
create unique index index_generation_serving on index_generation (schema) where state = 'serving';

-- Documents that Elasticsearch refused. The follower goes past them and tries them again some times.
create table index_refused (
  generation uuid not null references index_generation on delete cascade,
  briefing uuid not null,
  open boolean not null,             -- of the index of what everybody sees, or of the restricted one
  position bigint not null,          -- under which it was to be written
  tries integer not null check (tries >= 1),
  error text not null,
  first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  try_at timestamptz,                -- when it is tried again; absent when it is parked
  primary key (generation, briefing, open)
);

create index index_refused_due on index_refused (generation, try_at) where try_at is not null;

-- The index held against the record, briefing by briefing.
create table index_comparison (
  id uuid primary key,               -- version 7
  generation uuid not null references index_generation,
  mending boolean not null,          -- whether what differs is to be written again
  asked_by text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  briefings bigint not null,         -- in the record at the start
  compared bigint not null default 0,
  compared_to uuid,                  -- the last one that was compared
  missing bigint not null default 0,    -- documents that are not in the index
  surplus bigint not null default 0,    -- that should not be in it
  outdated bigint not null default 0,   -- that are older than the record
  ahead bigint not null default 0,      -- that are newer than the record: of another database
  failure text
);

create unique index index_comparison_running on index_comparison ((true)) where finished_at is null;

-- The first of the differences.
create table index_difference (
  comparison uuid not null references index_comparison on delete cascade,
  briefing uuid not null,
  open boolean not null,             -- of the index of what everybody sees, or of the restricted one
  sort text not null check (sort in ('missing', 'surplus', 'outdated', 'ahead')),
  expected bigint,                   -- the position of the record
  found bigint,                      -- the version of the document
  primary key (comparison, briefing, open)
);
