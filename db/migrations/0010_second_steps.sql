-- Second steps at sign-in, passkeys, one-time passwords, and roles that a street names and retires.

alter table account
  add column totp_since timestamptz,
  add column passkey_since timestamptz,
  -- Given by an administrator, good for one sign-in: changed before anything else.
  add column password_temporary boolean not null default false;
-- When this session passed a second step; null: the password was all it was asked for.
alter table session add column second_step_at timestamptz;
alter table role add column retired_at timestamptz;

-- The secret an app shows codes from (RFC 6238), encrypted. `last_step` is the newest time step a code was accepted of: none twice.
create table totp (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_cipher bytea not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index totp_confirmed on totp (tenant_id, account_id) where confirmed_at is not null;
create unique index totp_started on totp (tenant_id, account_id) where confirmed_at is null;
create index totp_by_account on totp (tenant_id, account_id);
select app.raise_wall('totp');
grant select, insert, update, delete on totp to linju_app;

-- Ten a person, each good once; kept as a keyed hash.
create table recovery_code (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, code_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select app.raise_wall('recovery_code');
grant select, insert, update, delete on recovery_code to linju_app;

create table passkey (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index passkey_by_account on passkey (tenant_id, account_id);
select app.raise_wall('passkey');
grant select, insert, update, delete on passkey to linju_app;

-- Challenges already answered, until they are too old to be answered anyway. Asking for one writes nothing, so that strangers cannot fill the disk.
create table passkey_challenge (
  tenant_id uuid not null,
  id uuid not null,
  challenge text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, challenge)
);
create index passkey_challenge_by_age on passkey_challenge (tenant_id, expires_at);
select app.raise_wall('passkey_challenge');
grant select, insert, delete on passkey_challenge to linju_app;
