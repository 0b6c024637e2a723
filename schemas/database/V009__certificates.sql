-- Other ways to log in over SOAP: certificates, secrets for PasswordDigest, and what counts only once.

create table certificate (
  fingerprint bytea primary key check (length(fingerprint) = 32),  -- SHA-256 of the certificate
  account text not null references account,
  encoded bytea not null,            -- the certificate itself (DER): its key verifies signatures
  thumbprint bytea not null check (length(thumbprint) = 20),  -- SHA-1, by which messages may name it
  key_identifier bytea,              -- of its key (RFC 5280, 4.2.1.2), by which messages may name it
  subject text not null,             -- for people, to tell it from others
  not_before timestamptz not null,
  not_after timestamptz not null,
  registered_at timestamptz not null,
  registered_by text not null,
  revoked_at timestamptz             -- no row is ever deleted
);

create index certificate_of_account on certificate (account, fingerprint);
create index certificate_by_thumbprint on certificate (thumbprint);
create index certificate_by_key on certificate (key_identifier);

-- Of a password a slow hash is enough; a digest can be checked only with the secret itself. The
-- archive makes these secrets, and keeps them under a key that is not in the database.
create table digest_secret (
  account text primary key references account,
  sealed bytea not null,             -- AES-GCM: 12 bytes of nonce, then what was encrypted and its tag
  issued_at timestamptz not null,
  issued_by text not null
);

-- Nonces and signatures that were used, on whatever node.
create table used_once (
  digest bytea primary key check (length(digest) = 32),
  expires_at timestamptz not null    -- from then on it is refused for its age
);

create index used_once_by_expiry on used_once (expires_at);
