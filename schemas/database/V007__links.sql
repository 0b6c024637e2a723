-- Briefings that are one thing said in several languages, although they were handed over as several.
-- To link them moves nothing: what is added are the facts below, and each can be ended.

-- Which briefings belong together: those of the same set, while their rows have not ended. Rows of
-- former sets stay, so that it can be told what was linked when, and by whom.
create table linked (
  briefing uuid not null references briefing,
  set_id uuid not null,
  linked_at timestamptz not null default clock_timestamp(),
  linked_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (briefing, set_id),
  check ((ended_at is null) = (ended_by is null))
);

create unique index linked_now on linked (briefing) where ended_at is null;
create index linked_of_set on linked (set_id) where ended_at is null;

-- What was said when they were linked: that an edition of one is a translation of an edition of another.
create table linked_translation (
  briefing uuid not null,
  language text not null,
  source uuid not null,              -- the briefing of the edition that it was made from
  source_language text not null,
  source_version integer not null check (source_version >= 1),
  translator text,
  told_at timestamptz not null default clock_timestamp(),
  told_by text not null,
  ended_at timestamptz,
  ended_by text,
  foreign key (briefing, language) references edition deferrable initially deferred,
  foreign key (source, source_language) references edition deferrable initially deferred,
  check ((ended_at is null) = (ended_by is null))
);

create unique index linked_translation_now on linked_translation (briefing, language)
  where ended_at is null;
create index linked_translation_of_source on linked_translation (source) where ended_at is null;

create trigger linked_is_kept before delete on linked
  for each row execute function refuse_change();
create trigger linked_is_immutable before update of briefing, set_id, linked_at, linked_by on linked
  for each row execute function refuse_change();
create trigger linked_translation_is_kept before delete on linked_translation
  for each row execute function refuse_change();
-- The translator is not among these: a name can be erased by law.
create trigger linked_translation_is_immutable before update of briefing, language, source,
    source_language, source_version, told_at, told_by on linked_translation
  for each row execute function refuse_change();

-- What feeds tell of: links are passed over as well.
drop index journal_notable;
create index journal_notable on journal (public_position)
  where public_position is not null and significance is distinct from 'minor'
    and verb not in ('RecallMedia', 'LinkBriefings', 'UnlinkBriefing');
