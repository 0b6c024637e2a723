-- People, organisations and places, with their names by language. What was said of briefings is never
-- changed by them: they help to find it.

create table authority (
  id uuid primary key,               -- version 7
  kind text not null,
  version integer not null check (version >= 1),
  content jsonb not null,            -- names, identifiers, description, day of birth
  edited boolean not null,           -- by a person: an import then leaves it as it is
  changed_at timestamptz not null,
  position bigint not null unique    -- of its last entry in authority_journal
);

create index authority_of_kind on authority (kind, id);

-- Under which identifiers it is known elsewhere; each belongs to one.
create table authority_identifier (
  scheme text not null,
  value text not null,
  authority uuid not null references authority,
  primary key (scheme, value)
);

create index authority_identifier_of on authority_identifier (authority);

-- Every state that an authority was in. Positions are given under one lock that is held until commit:
-- whoever has read up to one has missed nothing before it, on every node.
create table authority_journal (
  position bigint primary key,
  at timestamptz not null,
  verb text not null,
  authority uuid not null references authority,
  version integer not null,
  content jsonb not null,
  actor text not null,
  unique (authority, version)
);

create table authority_head (position bigint not null);
insert into authority_head values (0);

create trigger authority_journal_is_append_only before update or delete on authority_journal
  for each row execute function refuse_change();
create trigger authority_is_kept before delete on authority
  for each row execute function refuse_change();
