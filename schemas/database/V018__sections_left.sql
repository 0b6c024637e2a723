-- Feeds of sections tell what has left them, too: the section in which everybody knew an edition until an
-- entry that gives it another; empty when it had none. Absent where the section stays, as nearly always.
alter table journal add column moved_from text;

alter table journal disable trigger journal_is_append_only;
update journal j set moved_from = known.before
  from (
    select position, coalesce(section, '') as section,
      lag(coalesce(section, '')) over (partition by briefing, language order by public_position) as before
    from journal where public_position is not null) known
  where known.position = j.position and known.before <> known.section;
alter table journal enable trigger journal_is_append_only;

create index journal_by_section_left on journal (moved_from, public_position) where moved_from is not null;

-- What this archive is known by, for ever and under whatever name it is asked.
alter table journal_head add column archive uuid not null default gen_random_uuid();
