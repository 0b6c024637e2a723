-- Lists by what a text is about, when it was issued and when the event was.

-- The labels of versions in the order of lists: a rare label is found at once, and a common one is
-- read from the newest on without sorting, which an inverted index cannot do.
create table labelled (
  label text not null,
  dated date not null,       -- as the briefing's
  briefing uuid not null,
  language text not null,
  number integer not null,
  primary key (label, dated, briefing, language, number)
);

insert into labelled
  select distinct unnest(labels), dated, briefing, language, number from version;

-- Follows the versions by itself: a label is added with its version, and goes when that is erased.
create function label_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from labelled where label = any (old.labels) and dated = old.dated
      and briefing = old.briefing and language = old.language and number = old.number;
  end if;
  insert into labelled
    select distinct unnest(new.labels), new.dated, new.briefing, new.language, new.number;
  return null;
end $$;

create trigger version_is_labelled after insert or update of labels on version
  for each row execute function label_version();

drop index version_by_label;

-- Nearly all editions were issued on the day that their briefing is filed under; the others are
-- looked for by themselves.
create index version_newest on version (dated desc, briefing desc);
create index version_issued_another_day on version (dated desc, briefing desc, issued_date)
  where issued_date <> dated;
create index briefing_by_event_date on briefing (event_date, dated desc, id desc)
  where event_date is not null;

-- What feeds tell of, the newest first: corrections that are silent are passed over.
create index journal_notable on journal (public_position)
  where public_position is not null and significance is distinct from 'minor' and verb <> 'RecallMedia';
