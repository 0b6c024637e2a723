-- Messages may name a certificate by its issuer and serial number.

-- The serial number as it stands in a certificate (DER, RFC 5280 section 4.1): behind the beginnings
-- of the certificate and of what is signed of it, and the version, which the oldest form has not.
create function serial_number(certificate bytea) returns bytea
language plpgsql immutable strict parallel safe as $$
declare
  place integer := 0;
begin
  for sequence in 1..2 loop  -- a tag, and a length of one byte, or of as many more as it says
    place := place + 2 + greatest(get_byte(certificate, place + 1) - 128, 0);
  end loop;
  if get_byte(certificate, place) = 160 then  -- [0], the version
    place := place + 2 + get_byte(certificate, place + 1);
  end if;
  return substring(certificate from place + 3 for get_byte(certificate, place + 1));
end $$;

alter table certificate
  add column serial_number bytea not null generated always as (serial_number(encoded)) stored;

create index certificate_by_serial_number on certificate (serial_number);
