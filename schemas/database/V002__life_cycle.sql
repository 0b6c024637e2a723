-- What happens to a briefing after its first deposit: corrections, withdrawal, recall of a picture,
-- erasure by law; and what of the journal is for everybody.

-- Erasure by law is the one thing that takes away. It says when, and it never touches the digest of
-- what was accepted.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if (new.erased_at is not distinct from old.erased_at
        and new.redacted_at is not distinct from old.redacted_at)
      or new.digest is distinct from old.digest then
    raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

alter table version
  add column significance text check (significance in ('minor', 'major')),  -- absent for the first
  add column translated_from text,       -- absent for an original
  add column translated_version integer, -- of the edition it was translated from, where known
  add column dated date,                 -- as the briefing's
  add column labels text[] not null default '{}',  -- subjects and mentioned names, to filter by
  add column withdrawn_at timestamptz,   -- while set, the text is shown to its keepers only
  add column erased_at timestamptz,      -- all that was said is gone
  add column redacted_at timestamptz,    -- a part of it is
  add column redacted_digest bytea check (length(redacted_digest) = 32);  -- of what is left

update version v set
  translated_from = convert_from(content, 'UTF8')::jsonb -> 'translation' ->> 'from',
  translated_version = cast(convert_from(content, 'UTF8')::jsonb -> 'translation' ->> 'version' as integer),
  labels = array(
    select jsonb_array_elements_text(convert_from(content, 'UTF8')::jsonb -> 'subjects')
    union select jsonb_array_elements(convert_from(content, 'UTF8')::jsonb -> 'mentions') ->> 'name'),
  dated = (select b.dated from briefing b where b.id = v.briefing);

alter table version alter column dated set not null;

drop trigger version_is_immutable on version;
create trigger version_is_immutable before update of briefing, language, number, office, content, digest,
    headline, section, issued_date, lead, accepted_at, accepted_by, significance, translated_from,
    translated_version, dated, labels, erased_at, redacted_at, redacted_digest on version
  for each row execute function refuse_change_but_erasure();

-- Lists by what an edition is, the newest first.
create index version_by_language on version (language, dated desc, briefing desc);
create index version_by_section on version (section, dated desc, briefing desc) where section is not null;
create index version_by_label on version using gin (labels);
create index briefing_newest_of_kind on briefing (kind, dated desc, id desc);

-- The archive's word that a briefing was withdrawn, reinstated, erased or redacted, in its canonical form
-- (RFC 8785) and with a leaf in the ledger, as versions have.
create table notice (
  briefing uuid not null references briefing deferrable initially deferred,
  number integer not null check (number >= 1),   -- within the briefing
  state text not null check (state in ('withdrawn', 'reinstated', 'erased', 'redacted')),
  content bytea not null,
  digest bytea not null check (length(digest) = 32),
  at timestamptz not null,
  by_account text not null,
  ledger_position bigint not null unique,
  language text,             -- only this edition is meant
  version integer,           -- only this version of it
  erased_at timestamptz,
  redacted_at timestamptz,
  primary key (briefing, number)
);

create trigger notice_is_immutable before update on notice
  for each row execute function refuse_change_but_erasure();
create trigger notice_is_kept before delete on notice
  for each row execute function refuse_change();
create trigger version_is_kept before delete on version
  for each row execute function refuse_change();

-- What was handed over, bit for bit, and by whom it can be read is decided as for its version.
create table original (
  briefing uuid not null,
  language text not null,
  number integer not null,
  type text not null,        -- media type
  content bytea not null,
  primary key (briefing, language, number),
  foreign key (briefing, language, number) references version deferrable initially deferred
);

alter table placement
  add column recalled_at timestamptz,   -- the file is no longer shown, the text is
  add column recall_reason text;

-- A file may be handed over before the text that shows it.
alter table media
  add column uploaded_by text,
  add column erased_at timestamptz;  -- its bytes are to be taken from the disk at once

-- What everybody may know of the journal has positions of its own without gaps, so that they tell
-- nothing of what is under embargo.
alter table journal
  add column office text,
  add column section text,
  add column significance text,
  add column public_position bigint unique;

alter table journal disable trigger journal_is_append_only;
update journal j set office = v.office, section = v.section, public_position = told.position
  from version v, (
    select j.position as original,
      case when v.embargo is null or j.verb = 'ReleaseEmbargoed'
        then row_number() over (
          partition by v.embargo is null or j.verb = 'ReleaseEmbargoed' order by j.position) end as position
    from journal j join version v
      on v.briefing = j.briefing and v.language = j.language and v.number = j.version) told
  where v.briefing = j.briefing and v.language = j.language and v.number = j.version
    and told.original = j.position;
alter table journal enable trigger journal_is_append_only;
alter table journal alter column office set not null;

-- The last public position; the row is the lock under which positions of both sorts are given, held
-- until commit, so that their order is the order of commits.
create table journal_head (public_position bigint not null);
insert into journal_head select coalesce(max(public_position), 0) from journal;

create index journal_of_edition on journal (briefing, language, public_position);
create index journal_by_office on journal (office, public_position) where public_position is not null;
create index journal_by_language on journal (language, public_position) where public_position is not null;
create index journal_by_office_and_language on journal (office, language, public_position)
  where public_position is not null;
create index journal_by_section on journal (section, public_position) where public_position is not null;
