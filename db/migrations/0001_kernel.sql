-- The ground every module stands on: tenant wall, tenants, audit events, facts, idempotency, files, notices.

create schema app;
grant usage on schema app, public to linju_app, linju_search;
-- Only while migrations run: a function can be handed to a role only if the role may create in its schema.
grant create on schema app to linju_search;

-- The context of a transaction, set by SET LOCAL together with BEGIN (kernel/db.ts). Without it no row is visible.
create function app.tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
create function app.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
-- '*' for the whole street, else a comma-separated list of area ids the actor works in.
create function app.works_in(community uuid, grid uuid) returns boolean language sql stable parallel safe
  as $$ select case coalesce(current_setting('app.reach', true), '')
      when '*' then true when '' then false
      else coalesce(community = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false)
        or coalesce(grid = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false) end $$;

-- UUIDv7 (RFC 9562) for rows that one statement makes many of; single rows get theirs from the application.
create function app.uuid7() returns uuid language sql volatile parallel safe
  as $$ select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;

-- Raises the tenant wall round a table: row-level security enabled, forced, one policy.
create function app.raise_wall(wanted regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', wanted);
  execute format('alter table %s force row level security', wanted);
  execute format('create policy tenant_wall on %s using (tenant_id = app.tenant()) with check (tenant_id = app.tenant())', wanted);
end $$;

create table tenant (
  id uuid primary key,
  code text not null unique,
  name text not null,
  phone text not null default '',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_wall on tenant using (id = app.tenant()) with check (id = app.tenant());
create policy search on tenant for select to linju_search using (true);
grant select, insert, update on tenant to linju_app;
grant select on tenant to linju_search;

-- Public: the streets this server holds, for the sign-in page.
create function app.streets() returns table (id uuid, code text, name text, phone text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select t.id, t.code, t.name, t.phone from tenant t order by t.created_at, t.code;
end $$;
alter function app.streets() owner to linju_search;
revoke all on function app.streets() from public;
grant execute on function app.streets() to linju_app;

-- Who did what to which subject. Append only: no UPDATE or DELETE is granted; each row carries the hash of the one before it.
create table event (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  verb text not null,
  actor_id uuid,
  at timestamptz not null,
  data jsonb not null default '{}',
  hash bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, seq)
);
select app.raise_wall('event');
grant select, insert on event to linju_app;

create function app.event_hash(before bytea, subject_kind text, subject_id uuid, seq integer, verb text, actor_id uuid, at timestamptz, data jsonb)
  returns bytea language sql stable parallel safe
  as $$ select sha256(coalesce(before, ''::bytea) || convert_to(concat_ws('|', subject_kind, subject_id, seq, verb,
      coalesce(actor_id::text, '-'), (extract(epoch from at) * 1000000)::bigint, data::text), 'UTF8')) $$;

create function app.append_event(p_id uuid, p_kind text, p_subject uuid, p_verb text, p_at timestamptz, p_data jsonb)
  returns integer language plpgsql as $$
declare
  last_seq integer := 0;
  last_hash bytea;
begin
  select e.seq, e.hash into last_seq, last_hash from event e
    where e.tenant_id = app.tenant() and e.subject_id = p_subject order by e.seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into event (tenant_id, id, subject_kind, subject_id, seq, verb, actor_id, at, data, hash)
    values (app.tenant(), p_id, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data,
      app.event_hash(last_hash, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data));
  return last_seq;
end $$;
grant execute on function app.append_event(uuid, text, uuid, text, timestamptz, jsonb) to linju_app;

-- One countable outcome. Never changed but for `rolled`, which says that fact_rollup has it.
create table fact (
  tenant_id uuid not null,
  id uuid not null,
  day date not null,
  metric text not null,
  amount integer not null,
  unit text not null,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid,
  category_id uuid,
  community_id uuid,
  grid_id uuid,
  rolled boolean not null default false,
  primary key (tenant_id, id)
);
create index fact_tail on fact (tenant_id, metric, day) where not rolled;
create index fact_by_metric on fact (tenant_id, metric, day, id);
create index fact_by_community on fact (tenant_id, community_id, metric, day, id);
create index fact_by_grid on fact (tenant_id, grid_id, metric, day, id);
select app.raise_wall('fact');
grant select, insert on fact to linju_app;
grant update (rolled) on fact to linju_app;

-- Sums per day, area and category. area_id is the street (= tenant_id), a community or a grid.
create table fact_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  day date not null,
  category_id uuid not null,
  unit text not null,
  amount bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, metric, day, category_id, unit)
);
select app.raise_wall('fact_rollup');
grant select, insert, update on fact_rollup to linju_app;

-- The answer already given to a POST, for 24 hours.
create table idempotency_key (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, account_id, key)
);
create index idempotency_key_by_age on idempotency_key (tenant_id, created_at);
select app.raise_wall('idempotency_key');
grant select, insert, delete on idempotency_key to linju_app;

create table file (
  tenant_id uuid not null,
  id uuid not null,
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  sha256 bytea not null,
  storage_key text not null,
  thumbnail_key text not null,
  uploaded_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index file_by_uploader on file (tenant_id, uploaded_by, created_at);
select app.raise_wall('file');
grant select, insert, delete on file to linju_app;

-- In-app notices to one person.
create table notice (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code text not null,
  params jsonb not null default '{}',
  subject_kind text not null,
  subject_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id)
);
create index notice_by_account on notice (tenant_id, account_id, id);
create index notice_unread on notice (tenant_id, account_id) where read_at is null;
select app.raise_wall('notice');
grant select, insert, update on notice to linju_app;

-- The last number given out of a series (`case:2611`); taken in blocks outside the business transaction (kernel/serials.ts).
create table serial_number (
  tenant_id uuid not null,
  id uuid not null,
  series text not null,
  last integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, series)
);
select app.raise_wall('serial_number');
grant select, insert, update on serial_number to linju_app;
