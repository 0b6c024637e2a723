-- A receipt tells until when its version is not public. Those given before this migration do not.
alter table receipt
  add column embargo timestamptz;  -- absent for a version that was public when it was accepted

-- As before, and whether what was handed over has been erased since.
drop function receipts_of_repeats(text, jsonb);
create function receipts_of_repeats(by_depositor text, reference_list jsonb)
returns table (id uuid, depositor_reference text, fingerprint bytea, briefing uuid, reference text,
  language text, version integer, digest bytea, accepted_at timestamptz, ledger_position bigint,
  embargo timestamptz, erased boolean)
language plpgsql volatile as $$
begin
  -- In one order for all, so that two that lock several wait for each other only once.
  perform pg_advisory_xact_lock(keys.key) from (
    select distinct hashtextextended(by_depositor || e'\n' || own, 0) as key
    from jsonb_array_elements_text(reference_list) as own order by 1) as keys;
  return query
    select r.id, r.depositor_reference, r.fingerprint, r.briefing, b.reference, r.language,
      r.version, r.digest, r.accepted_at, r.ledger_position, r.embargo, v.erased_at is not null
    from receipt r join briefing b on b.id = r.briefing
      join version v on v.briefing = r.briefing and v.language = r.language
        and v.number = r.version
    where r.depositor = by_depositor
      and r.depositor_reference in (select jsonb_array_elements_text(reference_list));
end $$;

-- Who else handed a file over by itself that somebody had handed over before (media.uploaded_by):
-- each of them may place it, and none learns of the others.
create table media_upload (
  sha256 text not null references media on delete cascade,
  account text not null,
  primary key (sha256, account)
);
