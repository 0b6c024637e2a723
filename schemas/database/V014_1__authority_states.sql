-- Authorities that are no longer in use: retired, merged into another, or erased by law.

alter table authority
  add column retired boolean not null default false,  -- no longer recognised, still shown
  add column merged_into uuid references authority,   -- which has its names now; never one that was merged itself
  add column erased_at timestamptz,
  add column ground text,                             -- of the erasure, for everybody
  add check ((erased_at is null) = (ground is null));

create index authority_merged_into on authority (merged_into) where merged_into is not null;

-- Under which identifiers an erased authority was known, so that no file brings it back: hashes, as the
-- identifiers themselves lead to the person.
create table authority_erased_identifier (
  scheme text not null,
  hash bytea not null check (length(hash) = 32),  -- SHA-256 of the identifier
  primary key (scheme, hash)
);

-- Erasure by law takes the names out of the journal, and nothing else.
alter table authority_journal add column erased_at timestamptz;

create function refuse_change_but_erased_names() returns trigger language plpgsql as $$
begin
  if new.content <> '{}' or new.erased_at is null
      or (new.position, new.at, new.verb, new.authority, new.version, new.actor)
        is distinct from (old.position, old.at, old.verb, old.authority, old.version, old.actor) then
    raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

drop trigger authority_journal_is_append_only on authority_journal;
create trigger authority_journal_is_append_only before update on authority_journal
  for each row execute function refuse_change_but_erased_names();
create trigger authority_journal_is_kept before delete on authority_journal
  for each row execute function refuse_change();

-- Up to which change of authorities it was found out which briefings name them, so that these are indexed
-- again. The row is the claim of the node that does so.
create table authority_followed (position bigint not null);
insert into authority_followed values (0);
