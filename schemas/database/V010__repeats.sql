-- Repeats of hand-overs. Whoever hands over under a reference waits until others that do so at the
-- same time have ended, and then sees what they were given: a function, so that both steps are one
-- journey to the database. The second statement sees what was committed while the first waited.
create function receipts_of_repeats(by_depositor text, reference_list jsonb)
returns table (id uuid, depositor_reference text, fingerprint bytea, briefing uuid, reference text,
  language text, version integer, digest bytea, accepted_at timestamptz, ledger_position bigint)
language plpgsql volatile as $$
begin
  -- In one order for all, so that two that lock several wait for each other only once.
  perform pg_advisory_xact_lock(keys.key) from (
    select distinct hashtextextended(by_depositor || e'\n' || own, 0) as key
    from jsonb_array_elements_text(reference_list) as own order by 1) as keys;
  return query
    select r.id, r.depositor_reference, r.fingerprint, r.briefing, b.reference, r.language,
      r.version, r.digest, r.accepted_at, r.ledger_position
    from receipt r join briefing b on b.id = r.briefing
    where r.depositor = by_depositor
      and r.depositor_reference in (select jsonb_array_elements_text(reference_list));
end $$;
