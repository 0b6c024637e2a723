-- The record of truth. Versions, journal, ledger and receipts are only ever added to.
-- PostgreSQL 15 or newer.

create table office (
  code text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9]{2,12}$'),
  names jsonb not null,             -- by BCP 47 language tag
  languages text[] not null         -- the office's home languages
);

create table account (
  name text primary key,
  password_hash text not null,      -- PBKDF2, with its parameters and salt
  role text not null check (role in ('reader', 'accredited', 'depositor', 'archivist', 'administrator')),
  offices text[] not null           -- those the account may act for
);

-- The last number given in an office and a year; the row is the lock under which the next is given.
create table reference_counter (
  office text not null references office,
  year integer not null,
  last integer not null,
  primary key (office, year)
);

create table briefing (
  id uuid primary key,
  reference text not null unique,
  office text not null references office,
  kind text not null,
  event_date date,
  dated date not null,              -- the day it is filed under: issued, else event, else accepted
  accepted_at timestamptz not null
);

create index briefing_newest on briefing (dated desc, id desc);
create index briefing_newest_of_office on briefing (office, dated desc, id desc);

create table edition (
  briefing uuid not null references briefing deferrable initially deferred,
  language text not null,
  translated_from text,             -- absent for an original
  primary key (briefing, language)
);

create table version (
  briefing uuid not null,
  language text not null,
  number integer not null check (number >= 1),
  office text not null,             -- as the briefing's, so that who may see it is told by this row alone
  content bytea not null,           -- the canonical form (RFC 8785), ready to serve
  digest bytea not null check (length(digest) = 32),
  headline text,                    -- these repeat parts of the content, for lists
  section text,
  issued_date date,
  lead text not null,
  embargo timestamptz,
  released_at timestamptz,          -- when the end of the embargo was written into the journal
  accepted_at timestamptz not null,
  accepted_by text not null,
  primary key (briefing, language, number),
  foreign key (briefing, language) references edition deferrable initially deferred
);

create index version_to_release on version (embargo) where embargo is not null and released_at is null;

create table media (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  stored_at timestamptz not null
);

create table placement (
  briefing uuid not null,
  language text not null,
  number integer not null,
  position integer not null,
  sha256 text not null references media deferrable initially deferred,
  primary key (briefing, language, number, position),
  foreign key (briefing, language, number) references version deferrable initially deferred
);

create index placement_of_media on placement (sha256);

-- Positions are given under one lock held until commit, so their order is the order of commits
-- and a follower that has read up to a position has missed nothing before it.
create table journal (
  position bigint generated always as identity primary key,
  at timestamptz not null,
  verb text not null,
  briefing uuid not null,
  language text not null,
  version integer not null,
  actor text not null
);

create table follower (
  name text primary key,
  position bigint not null
);

-- How many leaves there are; the row is the lock under which the next one is added.
create table ledger_head (size bigint not null);
insert into ledger_head values (0);

create table ledger (
  position bigint primary key check (position >= 0),   -- without gaps, from 0
  leaf_hash bytea not null check (length(leaf_hash) = 32)  -- RFC 9162, section 2.1.1
);

create table receipt (
  id uuid primary key,
  depositor text not null,
  depositor_reference text,
  fingerprint bytea not null check (length(fingerprint) = 32),  -- of what was handed over
  briefing uuid not null,
  language text not null,
  version integer not null,
  digest bytea not null check (length(digest) = 32),
  accepted_at timestamptz not null,
  ledger_position bigint not null unique,
  foreign key (briefing, language, version) references version deferrable initially deferred,
  unique (depositor, depositor_reference)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_is_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger ledger_is_append_only before update or delete on ledger
  for each row execute function refuse_change();
create trigger receipt_is_append_only before update or delete on receipt
  for each row execute function refuse_change();
create trigger version_is_immutable before update of briefing, language, number, office, content, digest,
    headline, section, issued_date, lead, accepted_at, accepted_by on version
  for each row execute function refuse_change();
