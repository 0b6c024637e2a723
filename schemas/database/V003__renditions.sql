-- Smaller pictures of the media, and what has become of making them.

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
