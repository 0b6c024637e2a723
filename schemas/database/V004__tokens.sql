-- Tokens for machines; accounts that are closed, and accounts that have no password.

alter table account
  alter column password_hash drop not null,   -- absent: the account logs in with tokens only
  add column closed_at timestamptz;           -- its name stands in the record, so no row is ever deleted

create table token (
  id uuid primary key,
  account text not null references account,
  name text not null,               -- for people, to tell it from others
  hash bytea not null unique check (length(hash) = 32),  -- SHA-256 of the secret, which nobody keeps
  actions text[] not null check (cardinality(actions) > 0),
  offices text[] check (cardinality(offices) > 0),       -- absent: all those of the account
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date                 -- the day only: enough to find those that nobody uses
);

create index token_of_account on token (account, id);
