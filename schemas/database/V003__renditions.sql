-- Smaller pictures of the media, what has become of making them, and the upkeep of the store.

-- One for each picture. The due time is pushed forward before the work begins, so that the work is
-- done by one node, and again later if that node goes down with it.
create table rendition_order (
  sha256 text primary key references media on delete cascade,
  state text not null default 'due' check (state in ('due', 'made', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  failure text                           -- of the last attempt
);

create index rendition_order_due on rendition_order (due_at) where state = 'due';

insert into rendition_order (sha256) select sha256 from media where type like 'image/%';

create table rendition (
  sha256 text not null references media on delete cascade,
  name text not null check (name in ('thumbnail', 'small', 'large')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),  -- its own address in the store
  type text not null,
  size bigint not null,
  width integer not null,
  height integer not null,
  primary key (sha256, name)
);

create index rendition_by_digest on rendition (digest);

-- Work that comes again and again, done by one node at a time: its lease runs out when it goes down.
create table upkeep (
  name text primary key,
  asked_at timestamptz,                  -- somebody wants it now
  started_at timestamptz,
  leased_until timestamptz,
  finished_at timestamptz,
  files bigint not null default 0,       -- of the last run that finished
  bytes bigint not null default 0
);

insert into upkeep (name) values ('SweepMedia'), ('ScrubMedia');

-- Files that are not what their address says, as they were last found.
create table media_fault (
  digest text primary key,
  fault text not null check (fault in ('missing', 'damaged')),
  found_at timestamptz not null
);
