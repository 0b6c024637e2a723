-- Nearly all events lie in the week that ends with the day that their briefing is filed under, so that
-- a list by the day of the event is read in its own order; the others are looked for by themselves.
drop index briefing_by_event_date;
create index briefing_of_another_week on briefing (dated desc, id desc, event_date)
  where not (event_date between dated - 7 and dated);
