-- Who may sign in, and what they may do where.

create table account (
  tenant_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null,
  salutation text not null default '',
  password_hash text,
  language text not null default 'zh-Hans',
  elder_mode boolean not null default false,
  home_area_id uuid,
  disabled_at timestamptz,
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, login),
  foreign key (tenant_id, home_area_id) references area (tenant_id, id)
);
create index account_by_home on account (tenant_id, home_area_id);
select app.raise_wall('account');
grant select, insert, update on account to linju_app;

-- Personal fields of an account, encrypted. Besides the tenant wall: oneself, or whoever works in the area.
create table account_contact (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  community_id uuid,
  grid_id uuid,
  phone_cipher bytea not null,
  phone_index bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id),
  unique (tenant_id, phone_index),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select app.raise_wall('account_contact');
create policy area_wall on account_contact as restrictive
  using (current_user = 'linju_search' or account_id = app.account() or app.works_in(community_id, grid_id));
create policy search on account_contact for select to linju_search using (true);
grant select, insert, update on account_contact to linju_app;
grant select on account_contact to linju_search;

-- Sign-in by phone happens before anybody is known: it gives back an account id and nothing else.
create function app.account_by_phone(wanted bytea) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select c.account_id from account_contact c where c.tenant_id = app.tenant() and c.phone_index = wanted);
end $$;
alter function app.account_by_phone(bytea) owner to linju_search;
revoke all on function app.account_by_phone(bytea) from public;
grant execute on function app.account_by_phone(bytea) to linju_app;

-- A role of this street: its name is data, its permission set is one of the fixed ones.
create table role (
  tenant_id uuid not null,
  id uuid not null,
  role_set text not null check (role_set in ('resident', 'grid_worker', 'handler', 'community_staff', 'street_officer', 'administrator')),
  labels jsonb not null,
  primary key (tenant_id, id)
);
select app.raise_wall('role');
grant select, insert, update on role to linju_app;

create table role_grant (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  area_id uuid not null,
  organization_id uuid,
  since timestamptz not null,
  until timestamptz,
  granted_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, role_id) references role (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
create index role_grant_by_account on role_grant (tenant_id, account_id);
create index role_grant_by_role on role_grant (tenant_id, role_id);
create index role_grant_by_area on role_grant (tenant_id, area_id);
create index role_grant_by_organization on role_grant (tenant_id, organization_id);
select app.raise_wall('role_grant');
grant select, insert, update on role_grant to linju_app;

create table session (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  device text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index session_by_account on session (tenant_id, account_id);
select app.raise_wall('session');
grant select, insert, update on session to linju_app;

-- Failed sign-ins of the last quarter of an hour, per login and address (both only as keyed hashes).
create table sign_in_failure (
  tenant_id uuid not null,
  id uuid not null,
  origin bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index sign_in_failure_by_origin on sign_in_failure (tenant_id, origin, at);
select app.raise_wall('sign_in_failure');
grant select, insert, delete on sign_in_failure to linju_app;
