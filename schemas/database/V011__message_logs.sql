-- What single clients say over SOAP and are told, without content, for whoever helps them. Only while
-- an administrator wants it, and not for long.

create table watched_account (
  account text primary key references account,
  until timestamptz not null,
  watched_by text not null          -- the administrator
);

create table logged_message (
  id uuid primary key,              -- version 7: the newest has the highest
  account text not null references account,
  at timestamptz not null default statement_timestamp(),
  operation text not null,
  outcome text not null,            -- OK, or the reason of the fault
  request text not null check (octet_length(request) <= 32768),  -- redacted before it comes here
  answer text not null check (octet_length(answer) <= 32768)
);

create index logged_message_of_account on logged_message (account, id);
create index logged_message_by_time on logged_message (at);
