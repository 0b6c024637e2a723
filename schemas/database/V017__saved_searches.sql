-- What accounts want to look for again.
create table saved_search (
  account text not null references account on delete cascade,
  name text not null,
  search text not null,              -- the parameters as they stand in an address
  saved_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (account, name)
);
