-- Made from the catalogue of a migrated database by tools/dump-schema.ts; do not edit.
-- What the migrations add up to, for reading and review: the same on PostgreSQL 15 and 18.


-- owner linju_owner
CREATE OR REPLACE FUNCTION app.account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.account_id', true), '')::uuid $function$
;

-- owner linju_search
CREATE OR REPLACE FUNCTION app.account_by_phone(wanted bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select c.account_id from account_contact c where c.tenant_id = app.tenant() and c.phone_index = wanted);
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.add_counts(counts integer[], more integer[])
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  for step in 1 .. cardinality(counts) loop counts[step] := counts[step] + more[step]; end loop;
  return counts;
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.append_event(p_id uuid, p_kind text, p_subject uuid, p_verb text, p_at timestamp with time zone, p_data jsonb)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  last_seq integer := 0;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_subject::text, 1));
  select e.seq, e.hash into last_seq, last_hash from event e
    where e.tenant_id = app.tenant() and e.subject_id = p_subject order by e.seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into event (tenant_id, id, subject_kind, subject_id, seq, verb, actor_id, at, data, hash)
    values (app.tenant(), p_id, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data,
      app.event_hash(last_hash, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data));
  return last_seq;
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.count_step(counts integer[], step integer)
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  counts[step] := counts[step] + 1;
  return counts;
end $function$
;

-- owner linju_owner
create aggregate app.count_steps(integer) (sfunc = app.count_step, stype = integer[], initcond = '{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.duration_step(minutes integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select width_bucket(minutes * 2, '{15,25,35,45,55,70,90,110,135,165,195,225,270,330,390,450,540,660,780,900,1020,1140,1320,1560,1800,2040,
    2280,2640,3240,3960,4680,5400,6480,7920,9360,10800,12960,15840,18720,21600,25920,31680,37440,44640,54720,66240,
    79200,100800,129600,158400,194400,237600,302400,432000,648000,914400}'::integer[]) + 1 $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.duration_steps()
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select array[
  5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480, 540, 600, 720, 840, 960, 1080, 1200, 1440, 1800, 2160,
  2520, 2880, 3600, 4320, 5040, 5760, 7200, 8640, 10080, 11520, 14400, 17280, 20160, 24480, 30240, 36000, 43200, 57600, 72000, 86400, 108000, 129600,
  172800, 259200, 388800, 525600] $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.event_hash(before bytea, subject_kind text, subject_id uuid, seq integer, verb text, actor_id uuid, at timestamp with time zone, data jsonb)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select sha256(coalesce(before, ''::bytea) || convert_to(concat_ws('|', subject_kind, subject_id, seq, verb,
      coalesce(actor_id::text, '-'), (extract(epoch from at) * 1000000)::bigint, data::text), 'UTF8')) $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.has_in_hand(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case when coalesce(current_setting('app.reach', true), '') = '' then false else
      exists (select from case_record c where c.tenant_id = app.tenant() and c.id = wanted and app.works_for(c.handler_organization_id))
      or exists (select from case_helper h where h.tenant_id = app.tenant() and h.case_id = wanted and app.works_for(h.organization_id)) end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.month_of(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1)::integer $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.post_notice(notice_id uuid, whom uuid, notice_code text, kind text, subject uuid, written timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  chosen text[];
  about text;
begin
  select c.topics into chosen from mail_choice c where c.tenant_id = app.tenant() and c.account_id = whom;
  if not found then return; end if;
  about := case
    when notice_code like 'account.%' then 'account'
    when kind = 'followed_case' then 'own'
    when exists (select from case_record r where r.tenant_id = app.tenant() and r.id = subject and r.raiser_id = whom) then 'own'
    else 'work' end;
  if about = any (chosen) then
    insert into mail_letter (tenant_id, id, account_id, topic, at) values (app.tenant(), notice_id, whom, about, written);
    perform graphile_worker.add_job('mail.send', json_build_object('tenantId', app.tenant(), 'payload', json_build_object('letterId', notice_id)));
  end if;
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.raise_wall(wanted regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', wanted);
  execute format('alter table %s force row level security', wanted);
  execute format('create policy tenant_wall on %s using (tenant_id = app.tenant()) with check (tenant_id = app.tenant())', wanted);
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.reach_condition(reach jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  parts text[] := '{}';
  dimension text[];
  ids uuid[];
begin
  if (reach ->> 'wholeStreet')::boolean then return 'true'; end if;
  foreach dimension slice 1 in array array[['communities', 'community_id'], ['grids', 'grid_id'], ['microGrids', 'micro_grid_id'],
      ['buildings', 'building_id'], ['bodies', 'handler_organization_id']] loop
    ids := array(select jsonb_array_elements_text(reach -> dimension[1]))::uuid[];
    if cardinality(ids) > 0 then parts := parts || format('c.%I = any (%L::uuid[])', dimension[2], ids); end if;
  end loop;
  ids := array(select jsonb_array_elements_text(reach -> 'helping'))::uuid[];
  if cardinality(ids) > 0 then
    parts := parts || format('c.id = any (array(select h.case_id from case_helper h where h.tenant_id = app.tenant() and h.organization_id = any (%L::uuid[])))', ids);
  end if;
  if reach ->> 'own' is not null then parts := parts || format('c.raiser_id = %L::uuid', (reach ->> 'own')::uuid); end if;
  return case when cardinality(parts) = 0 then 'false' else '(' || array_to_string(parts, ' or ') || ')' end;
end $function$
;

-- owner linju_search
CREATE OR REPLACE FUNCTION app.search_cases(words text[], grams text[], reach jsonb, naming jsonb, staff jsonb, narrowed jsonb, row_limit integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
declare
  street constant uuid := app.tenant();
  -- How far back cases are read one after the other before the index of the words is asked.
  budget constant integer := greatest(600, 3 * row_limit);
  naming_here constant text := app.reach_condition(naming);
  staff_here constant text := app.reach_condition(staff);
  within text := format('c.tenant_id = %L', street);
  here text;
  texts text[] := '{}';
  fits text[] := '{}';
  named text[] := '{}';
  source text;
  sources text[] := '{}';
  one text;
  ids uuid[] := '{}';
  found uuid[];
  list text;
  teams uuid[];
  hashes bigint[];
  rows_each integer;
  scanned integer;
  hits uuid[];
  oldest timestamptz;
  newest timestamptz;
begin
  if street is null or cardinality(words) = 0 then return '{}'; end if;
  if narrowed ->> 'open' is not null then within := within || case when (narrowed ->> 'open')::boolean then ' and c.open' else ' and not c.open' end; end if;
  if narrowed ->> 'from' is not null then within := within || format(' and c.raised_at >= %L', (narrowed ->> 'from')::timestamptz); end if;
  if narrowed ->> 'until' is not null then within := within || format(' and c.raised_at < %L', (narrowed ->> 'until')::timestamptz); end if;
  if narrowed ->> 'afterId' is not null then
    within := within || format(' and (c.raised_at, c.id) < (%L::timestamptz, %L::uuid)', (narrowed ->> 'afterAt')::timestamptz, (narrowed ->> 'afterId')::uuid);
  end if;
  here := within || ' and ' || app.reach_condition(reach);
  if narrowed ->> 'community' is not null then here := here || format(' and c.community_id = %L', (narrowed ->> 'community')::uuid); end if;
  if narrowed ->> 'grid' is not null then here := here || format(' and c.grid_id = %L', (narrowed ->> 'grid')::uuid); end if;
  if narrowed ->> 'microGrid' is not null then here := here || format(' and c.micro_grid_id = %L', (narrowed ->> 'microGrid')::uuid); end if;
  if narrowed ->> 'building' is not null then here := here || format(' and c.building_id = %L', (narrowed ->> 'building')::uuid); end if;
  if narrowed ->> 'area' is not null then here := here || format(' and c.area_id = %L', (narrowed ->> 'area')::uuid); end if;

  -- What each word may stand for. The ids go in as one parameter, each list a slice of it: written into the statement they took longer to read
  -- than the cases (measured).
  for n in 1 .. cardinality(words) loop
    one := format('position($1[%s] in s.folded) > 0', n);
    texts := texts || one;
    if length(words[n]) between 2 and 20 and words[n] !~ '[0-9]' then
      found := array(select o.id from organization o where o.tenant_id = street
        and exists (select from unnest(o.name_keys[2:]) key where starts_with(key, words[n])) limit 200);
      if cardinality(found) > 0 then
        list := format('$3[%s:%s]', cardinality(ids) + 1, cardinality(ids) + cardinality(found));
        ids := ids || found;
        rows_each := greatest(row_limit, case when cardinality(words) > 1 then 2000 else 0 end / cardinality(found));
        one := one || format(' or c.handler_organization_id = any (%s)', list);
        named := named || format('select o.* from unnest(%s) as team (id) cross join lateral (select c.id, c.raised_at from case_record c
          where c.handler_organization_id = team.id and %s order by c.raised_at desc, c.id desc limit %s) o', list, here, rows_each);
      end if;
      found := case when naming_here = 'false' and staff_here = 'false' then '{}'::uuid[] else array(select a.id from
        (select o.id from account o where o.tenant_id = street and o.name_keys @> array[words[n]] offset 0) a order by a.id limit 500) end;
      if cardinality(found) > 0 then
        list := format('$3[%s:%s]', cardinality(ids) + 1, cardinality(ids) + cardinality(found));
        ids := ids || found;
        teams := array(select distinct g.organization_id from role_grant g
          where g.tenant_id = street and g.account_id = any (found) and g.organization_id is not null);
        rows_each := greatest(row_limit, case when cardinality(words) > 1 then 2000 else 0 end / greatest(cardinality(found), cardinality(teams)));
        if naming_here <> 'false' then
          one := one || format(' or (%s and c.raiser_id = any (%s))', naming_here, list);
          named := named || format('select o.* from unnest(%s) as person (id) cross join lateral (select c.id, c.raised_at from case_record c
            where c.raiser_id = person.id and %s and %s order by c.raised_at desc, c.id desc limit %s) o', list, here, naming_here, rows_each);
        end if;
        if staff_here <> 'false' and cardinality(teams) > 0 then
          one := one || format(' or (%s and c.handler_account_id = any (%s))', staff_here, list);
          named := named || format('select o.* from unnest(%L::uuid[]) as team (id) cross join lateral (select c.id, c.raised_at from case_record c
            where c.handler_organization_id = team.id and c.handler_account_id = any (%s) and %s and %s
            order by c.raised_at desc, c.id desc limit %s) o', teams, list, here, staff_here, rows_each);
        end if;
      end if;
      found := case when naming_here = 'false' then '{}'::uuid[] else array(select k.id from
        (select o.id from case_contact o where o.tenant_id = street and o.name_keys @> array[words[n]] offset 0) k order by k.id desc limit 1000) end;
      if cardinality(found) > 0 then
        list := format('$3[%s:%s]', cardinality(ids) + 1, cardinality(ids) + cardinality(found));
        ids := ids || found;
        one := one || format(' or (%s and c.id = any (%s))', naming_here, list);
        named := named || format('(select c.id, c.raised_at from unnest(%s) as caller (id) cross join lateral (select c.* from case_record c
          where c.id = caller.id and %s and %s limit 1) c)', list, here, naming_here);
      end if;
    end if;
    fits := fits || ('(' || one || ')');
  end loop;

  -- First the newest cases within reach, one after the other: a common word is found among them at once, and who reaches few cases has seen all.
  if narrowed ->> 'grid' is not null then sources := array[format(' and c.grid_id = %L', (narrowed ->> 'grid')::uuid)];
  elsif narrowed ->> 'community' is not null then sources := array[format(' and c.community_id = %L', (narrowed ->> 'community')::uuid)];
  elsif (reach ->> 'wholeStreet')::boolean or jsonb_array_length(reach -> 'microGrids') + jsonb_array_length(reach -> 'buildings') > 0 then sources := array[''];
  else
    sources := array(select format(' and c.community_id = %L', id::uuid) from jsonb_array_elements_text(reach -> 'communities') id
      union all select format(' and c.grid_id = %L', id::uuid) from jsonb_array_elements_text(reach -> 'grids') id
      union all select format(' and c.handler_organization_id = %L', id::uuid) from jsonb_array_elements_text(reach -> 'bodies') id
      union all select format(' and c.id = any (array(select h.case_id from case_helper h where h.tenant_id = %L and h.organization_id = %L))', street, id::uuid)
        from jsonb_array_elements_text(reach -> 'helping') id
      union all select format(' and c.raiser_id = %L', (reach ->> 'own')::uuid) where reach ->> 'own' is not null);
  end if;
  select string_agg(format('(select c.* from case_record c where %s%s order by c.raised_at desc, c.id desc limit %s)', within, dimension, budget), ' union all ')
    into source from unnest(sources) dimension;
  if source is null then return '{}'; end if;
  execute format('select array_agg(id) from (select distinct on (c.raised_at, c.id) c.id from (%s) c
      cross join lateral (select w.folded from case_search w where w.tenant_id = %L and w.id = c.id limit 1) s
      where %s and %s order by c.raised_at desc, c.id desc limit %s) seen', source, street, here, array_to_string(fits, ' and '), row_limit) into hits using words, grams, ids;
  if cardinality(hits) >= row_limit then return hits; end if;
  execute format('select max(n) from (%s) seen', (select string_agg(format('select count(*) as n from (select from case_record c where %s%s
    order by c.raised_at desc, c.id desc limit %s) c', within, dimension, budget), ' union all ') from unnest(sources) dimension)) into scanned;
  if scanned < budget then return coalesce(hits, '{}'); end if;

  -- Then the index of the words, a month at a time from the newest, and whatever a name leads to.
  select max(c.raised_at), min(c.raised_at) into newest, oldest from case_record c where c.tenant_id = street;
  newest := least(newest, (narrowed ->> 'afterAt')::timestamptz, (narrowed ->> 'until')::timestamptz);
  oldest := greatest(oldest, (narrowed ->> 'from')::timestamptz);
  hashes := app.search_keys(street, 0, grams);
  named := named || case when cardinality(grams) = 0 then '{}'::text[] else array[format('(select t.* from generate_series(%s, %s, -1) month
    cross join lateral (select array_agg((month::bigint << 44) | hash) as keys from unnest($2) hash) here
    cross join lateral (select c.id, c.raised_at from (select w.id, w.folded from case_search w where w.keys @> here.keys and w.tenant_id = %L offset 0) s
      cross join lateral (select c.id, c.raised_at from case_record c where c.id = s.id and %s limit 1) c
      where %s order by c.raised_at desc, c.id desc limit %s) t limit %s)',
    app.month_of(newest), app.month_of(oldest), street, here, array_to_string(texts, ' and '), row_limit, row_limit)] end;
  if cardinality(named) = 0 then return '{}'; end if;
  execute format('select array_agg(id order by raised_at desc, id desc) from (select hit.id, hit.raised_at
      from (select distinct on (raised_at, id) id, raised_at from (%s) found order by raised_at desc, id desc) hit
      cross join lateral (select o.* from case_record o where o.tenant_id = %L and o.id = hit.id limit 1) c
      cross join lateral (select w.folded from case_search w where w.tenant_id = %L and w.id = hit.id limit 1) s
      where %s order by hit.raised_at desc, hit.id desc limit %s) listed',
    array_to_string(named, ' union all '), street, street, array_to_string(fits, ' and '), row_limit) into hits using words, hashes, ids;
  return coalesce(hits, '{}');
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.search_keys(street uuid, month integer, grams text[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_agg((month::bigint << 44) | (hashtextextended(gram, seed) & 17592186044415)), '{}')
    from unnest(grams) gram, (select hashtextextended(street::text, 0) as seed) of_street $function$
;

-- owner linju_search
CREATE OR REPLACE FUNCTION app.streets()
 RETURNS TABLE(id uuid, code text, name text, phone text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query select t.id, t.code, t.name, t.phone from tenant t order by t.created_at, t.code;
end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.tenant_id', true), '')::uuid $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.uuid7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$ select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.works_for(body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case coalesce(current_setting('app.reach', true), '')
      when '' then false when '*' then true
      else coalesce(body = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false) end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.works_in(community uuid, grid uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case coalesce(current_setting('app.reach', true), '')
      when '*' then true when '' then false
      else coalesce(community = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false)
        or coalesce(grid = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false) end $function$
;

-- owner linju_owner
CREATE OR REPLACE FUNCTION app.works_on_case_of(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case coalesce(current_setting('app.reach', true), '') when '' then false when '*' then true else
      exists (select from case_record c where c.tenant_id = app.tenant() and c.open and c.raiser_id = person
        and c.handler_organization_id = any ((select string_to_array(current_setting('app.reach', true), ',')::uuid[])::uuid[]))
      or exists (select from case_record c join case_helper h on h.tenant_id = c.tenant_id and h.case_id = c.id
        where c.tenant_id = app.tenant() and c.open and c.raiser_id = person
          and h.organization_id = any ((select string_to_array(current_setting('app.reach', true), ',')::uuid[])::uuid[])) end $function$
;


create table account (
  tenant_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null,
  salutation text not null default ''::text,
  password_hash text,
  language text not null default 'zh-Hans'::text,
  elder_mode boolean not null default false,
  home_area_id uuid,
  disabled_at timestamp with time zone,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null default now(),
  totp_since timestamp with time zone,
  passkey_since timestamp with time zone,
  password_temporary boolean not null default false,
  name_keys text[],
  constraint account_pkey PRIMARY KEY (tenant_id, id),
  constraint account_tenant_id_login_key UNIQUE (tenant_id, login),
  constraint account_tenant_id_home_area_id_fkey FOREIGN KEY (tenant_id, home_area_id) REFERENCES area(tenant_id, id)
);
CREATE INDEX account_by_home ON public.account USING btree (tenant_id, home_area_id);
CREATE INDEX account_by_name ON public.account USING gin (name_keys);
CREATE INDEX account_unspelt ON public.account USING btree (tenant_id, id) WHERE ((name_keys IS NULL) OR (name_keys[1] <> name));
alter table account enable row level security;
alter table account force row level security;
create policy search on account as permissive for select to linju_search using (true);
create policy tenant_wall on account as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on account to linju_app;
grant select (id), select (name_keys), select (tenant_id) on account to linju_search;

create table account_contact (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  community_id uuid,
  grid_id uuid,
  phone_cipher bytea not null,
  phone_index bytea not null,
  constraint account_contact_pkey PRIMARY KEY (tenant_id, id),
  constraint account_contact_tenant_id_account_id_key UNIQUE (tenant_id, account_id),
  constraint account_contact_tenant_id_phone_index_key UNIQUE (tenant_id, phone_index),
  constraint account_contact_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
alter table account_contact enable row level security;
alter table account_contact force row level security;
create policy area_wall on account_contact as restrictive for all to public using (((CURRENT_USER = 'linju_search'::name) OR (account_id = app.account()) OR app.works_in(community_id, grid_id) OR app.works_on_case_of(account_id)));
create policy search on account_contact as permissive for select to linju_search using (true);
create policy tenant_wall on account_contact as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on account_contact to linju_app;
grant select on account_contact to linju_search;

create table area (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  kind_id uuid not null,
  tier text not null,
  code text not null,
  name text not null,
  place_name text not null default ''::text,
  path ltree not null,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  building_id uuid,
  boundary jsonb,
  lon double precision,
  lat double precision,
  phone text not null default ''::text,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  version integer not null default 1,
  source_crs text not null default 'WGS-84'::text,
  constraint area_pkey PRIMARY KEY (tenant_id, id),
  constraint area_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint area_tenant_id_kind_id_fkey FOREIGN KEY (tenant_id, kind_id) REFERENCES area_kind(tenant_id, id),
  constraint area_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES area(tenant_id, id),
  constraint area_source_crs_check CHECK ((source_crs = ANY (ARRAY['WGS-84'::text, 'GCJ-02'::text, 'BD-09'::text])))
);
CREATE INDEX area_by_community ON public.area USING btree (tenant_id, community_id, tier);
CREATE INDEX area_by_grid ON public.area USING btree (tenant_id, grid_id, tier);
CREATE INDEX area_by_kind ON public.area USING btree (tenant_id, kind_id);
CREATE INDEX area_by_parent ON public.area USING btree (tenant_id, parent_id);
CREATE INDEX area_by_path ON public.area USING gist (path);
CREATE INDEX area_by_tier ON public.area USING btree (tenant_id, tier);
alter table area enable row level security;
alter table area force row level security;
create policy tenant_wall on area as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on area to linju_app;

create table area_kind (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  tier text not null,
  labels jsonb not null,
  constraint area_kind_pkey PRIMARY KEY (tenant_id, id),
  constraint area_kind_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint area_kind_tier_check CHECK ((tier = ANY (ARRAY['street'::text, 'community'::text, 'grid'::text, 'micro_grid'::text, 'building'::text, 'unit'::text, 'dwelling'::text])))
);
alter table area_kind enable row level security;
alter table area_kind force row level security;
create policy tenant_wall on area_kind as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on area_kind to linju_app;

create table area_label (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  community_id uuid not null,
  estate_type text,
  constraint area_label_pkey PRIMARY KEY (tenant_id, id),
  constraint area_label_tenant_id_community_id_kind_name_key UNIQUE (tenant_id, community_id, kind, name),
  constraint area_label_tenant_id_community_id_fkey FOREIGN KEY (tenant_id, community_id) REFERENCES area(tenant_id, id),
  constraint area_label_kind_check CHECK ((kind = ANY (ARRAY['estate'::text, 'residents_group'::text])))
);
alter table area_label enable row level security;
alter table area_label force row level security;
create policy tenant_wall on area_label as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on area_label to linju_app;

create table area_label_member (
  tenant_id uuid not null,
  id uuid not null,
  label_id uuid not null,
  area_id uuid not null,
  constraint area_label_member_pkey PRIMARY KEY (tenant_id, id),
  constraint area_label_member_tenant_id_label_id_area_id_key UNIQUE (tenant_id, label_id, area_id),
  constraint area_label_member_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint area_label_member_tenant_id_label_id_fkey FOREIGN KEY (tenant_id, label_id) REFERENCES area_label(tenant_id, id)
);
CREATE INDEX area_label_member_by_area ON public.area_label_member USING btree (tenant_id, area_id);
alter table area_label_member enable row level security;
alter table area_label_member force row level security;
create policy tenant_wall on area_label_member as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on area_label_member to linju_app;

create table area_succession (
  tenant_id uuid not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  constraint area_succession_pkey PRIMARY KEY (tenant_id, id),
  constraint area_succession_tenant_id_predecessor_id_successor_id_key UNIQUE (tenant_id, predecessor_id, successor_id),
  constraint area_succession_tenant_id_predecessor_id_fkey FOREIGN KEY (tenant_id, predecessor_id) REFERENCES area(tenant_id, id),
  constraint area_succession_tenant_id_successor_id_fkey FOREIGN KEY (tenant_id, successor_id) REFERENCES area(tenant_id, id),
  constraint area_succession_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merger'::text])))
);
CREATE INDEX area_succession_by_successor ON public.area_succession USING btree (tenant_id, successor_id);
alter table area_succession enable row level security;
alter table area_succession force row level security;
create policy tenant_wall on area_succession as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on area_succession to linju_app;

create table calendar_day (
  tenant_id uuid not null,
  id uuid not null,
  day date not null,
  working boolean not null,
  name text not null,
  constraint calendar_day_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_day_tenant_id_day_key UNIQUE (tenant_id, day)
);
alter table calendar_day enable row level security;
alter table calendar_day force row level security;
create policy tenant_wall on calendar_day as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on calendar_day to linju_app;

create table case_assignment (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  account_id uuid,
  words text not null default ''::text,
  due_at timestamp with time zone,
  assigned_by uuid not null,
  at timestamp with time zone not null,
  signed_by uuid,
  signed_at timestamp with time zone,
  constraint case_assignment_pkey PRIMARY KEY (tenant_id, id),
  constraint case_assignment_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_assignment_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX case_assignment_by_case ON public.case_assignment USING btree (tenant_id, case_id, at);
CREATE INDEX case_assignment_by_organization ON public.case_assignment USING btree (tenant_id, organization_id);
alter table case_assignment enable row level security;
alter table case_assignment force row level security;
create policy tenant_wall on case_assignment as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_assignment to linju_app;

create table case_category (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  code text not null,
  labels jsonb not null,
  danger boolean not null default false,
  call_first text,
  position integer not null default 0,
  until timestamp with time zone,
  deadline_class_id uuid not null,
  shared boolean not null default false,
  version integer not null default 1,
  constraint case_category_pkey PRIMARY KEY (tenant_id, id),
  constraint case_category_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint case_category_tenant_id_deadline_class_id_fkey FOREIGN KEY (tenant_id, deadline_class_id) REFERENCES deadline_class(tenant_id, id),
  constraint case_category_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES case_category(tenant_id, id)
);
CREATE INDEX case_category_by_deadline_class ON public.case_category USING btree (tenant_id, deadline_class_id);
CREATE INDEX case_category_by_parent ON public.case_category USING btree (tenant_id, parent_id);
alter table case_category enable row level security;
alter table case_category force row level security;
create policy tenant_wall on case_category as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_category to linju_app;

create table case_check (
  tenant_id uuid not null,
  id uuid not null,
  origin_id uuid not null,
  asked_by uuid not null,
  at timestamp with time zone not null,
  found boolean,
  words text not null default ''::text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint case_check_pkey PRIMARY KEY (tenant_id, id),
  constraint case_check_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES case_record(tenant_id, id),
  constraint case_check_tenant_id_origin_id_fkey FOREIGN KEY (tenant_id, origin_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_check_by_origin ON public.case_check USING btree (tenant_id, origin_id);
alter table case_check enable row level security;
alter table case_check force row level security;
create policy tenant_wall on case_check as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_check to linju_app;

create table case_confirmation (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  solved boolean not null,
  satisfaction smallint,
  words text,
  confirmed_by uuid not null,
  at timestamp with time zone not null,
  constraint case_confirmation_pkey PRIMARY KEY (tenant_id, id),
  constraint case_confirmation_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_confirmation_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)))
);
CREATE INDEX case_confirmation_by_case ON public.case_confirmation USING btree (tenant_id, case_id, at);
alter table case_confirmation enable row level security;
alter table case_confirmation force row level security;
create policy tenant_wall on case_confirmation as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_confirmation to linju_app;

create table case_contact (
  tenant_id uuid not null,
  id uuid not null,
  community_id uuid,
  grid_id uuid,
  name text not null,
  phone_cipher bytea,
  name_keys text[],
  constraint case_contact_pkey PRIMARY KEY (tenant_id, id),
  constraint case_contact_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_contact_by_name ON public.case_contact USING gin (name_keys);
CREATE INDEX case_contact_unspelt ON public.case_contact USING btree (tenant_id, id) WHERE ((name_keys IS NULL) OR (name_keys[1] <> name));
alter table case_contact enable row level security;
alter table case_contact force row level security;
create policy area_wall on case_contact as restrictive for all to linju_app using ((app.works_in(community_id, grid_id) OR app.has_in_hand(id)));
create policy search on case_contact as permissive for select to linju_search using (true);
create policy tenant_wall on case_contact as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_contact to linju_app;
grant select (id), select (name_keys), select (tenant_id) on case_contact to linju_search;

create table case_follower (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  merged_case_id uuid,
  since timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint case_follower_pkey PRIMARY KEY (tenant_id, id),
  constraint case_follower_tenant_id_case_id_account_id_key UNIQUE (tenant_id, case_id, account_id),
  constraint case_follower_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint case_follower_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_follower_tenant_id_merged_case_id_fkey FOREIGN KEY (tenant_id, merged_case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_follower_by_account ON public.case_follower USING btree (tenant_id, account_id, since DESC, id DESC);
CREATE INDEX case_follower_by_merged ON public.case_follower USING btree (tenant_id, merged_case_id) WHERE (merged_case_id IS NOT NULL);
alter table case_follower enable row level security;
alter table case_follower force row level security;
create policy tenant_wall on case_follower as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_follower to linju_app;

create table case_helper (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  working boolean not null,
  since timestamp with time zone not null,
  constraint case_helper_pkey PRIMARY KEY (tenant_id, id),
  constraint case_helper_tenant_id_case_id_organization_id_key UNIQUE (tenant_id, case_id, organization_id),
  constraint case_helper_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_helper_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX case_helper_by_organization ON public.case_helper USING btree (tenant_id, organization_id, working, case_id);
alter table case_helper enable row level security;
alter table case_helper force row level security;
create policy search on case_helper as permissive for select to linju_search using (true);
create policy tenant_wall on case_helper as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on case_helper to linju_app;
grant select on case_helper to linju_search;

create table case_mark (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  step text not null,
  at timestamp with time zone not null,
  constraint case_mark_pkey PRIMARY KEY (tenant_id, id),
  constraint case_mark_tenant_id_case_id_round_step_key UNIQUE (tenant_id, case_id, round, step),
  constraint case_mark_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
alter table case_mark enable row level security;
alter table case_mark force row level security;
create policy tenant_wall on case_mark as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_mark to linju_app;

create table case_merger (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  into_id uuid not null,
  reason text not null,
  state_before text not null,
  merged_by uuid not null,
  at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint case_merger_pkey PRIMARY KEY (tenant_id, id),
  constraint case_merger_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_merger_tenant_id_into_id_fkey FOREIGN KEY (tenant_id, into_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_merger_by_case ON public.case_merger USING btree (tenant_id, case_id, at);
CREATE INDEX case_merger_by_into ON public.case_merger USING btree (tenant_id, into_id);
alter table case_merger enable row level security;
alter table case_merger force row level security;
create policy tenant_wall on case_merger as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_merger to linju_app;

create table case_note (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  audience text not null,
  words text not null,
  written_by uuid not null,
  at timestamp with time zone not null,
  constraint case_note_pkey PRIMARY KEY (tenant_id, id),
  constraint case_note_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_note_audience_check CHECK ((audience = ANY (ARRAY['internal'::text, 'raiser'::text])))
);
CREATE INDEX case_note_by_case ON public.case_note USING btree (tenant_id, case_id, at);
alter table case_note enable row level security;
alter table case_note force row level security;
create policy tenant_wall on case_note as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_note to linju_app;

create table case_part (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  account_id uuid,
  task text not null,
  due_at timestamp with time zone not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  signed_by uuid,
  signed_at timestamp with time zone,
  finished_by uuid,
  finished_at timestamp with time zone,
  words text,
  photo_ids uuid[] not null default '{}'::uuid[],
  declined_by uuid,
  declined_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  reason text,
  constraint case_part_pkey PRIMARY KEY (tenant_id, id),
  constraint case_part_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_part_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX case_part_by_case ON public.case_part USING btree (tenant_id, case_id, asked_at);
CREATE INDEX case_part_by_organization ON public.case_part USING btree (tenant_id, organization_id);
CREATE UNIQUE INDEX case_part_open ON public.case_part USING btree (tenant_id, case_id, organization_id) WHERE ((finished_at IS NULL) AND (declined_at IS NULL) AND (withdrawn_at IS NULL));
alter table case_part enable row level security;
alter table case_part force row level security;
create policy tenant_wall on case_part as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_part to linju_app;

create table case_pause (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  until timestamp with time zone not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  approved boolean,
  decision text not null default ''::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint case_pause_pkey PRIMARY KEY (tenant_id, id),
  constraint case_pause_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_pause_kind_check CHECK ((kind = ANY (ARRAY['suspension'::text, 'extension'::text])))
);
CREATE INDEX case_pause_by_case ON public.case_pause USING btree (tenant_id, case_id, asked_at);
alter table case_pause enable row level security;
alter table case_pause force row level security;
create policy tenant_wall on case_pause as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_pause to linju_app;

create table case_photo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  phase text not null,
  internal boolean not null default false,
  position integer not null,
  at timestamp with time zone not null,
  constraint case_photo_pkey PRIMARY KEY (tenant_id, id),
  constraint case_photo_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_photo_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES file(tenant_id, id),
  constraint case_photo_phase_check CHECK ((phase = ANY (ARRAY['raised'::text, 'note'::text, 'resolved'::text])))
);
CREATE INDEX case_photo_by_case ON public.case_photo USING btree (tenant_id, case_id, "position");
alter table case_photo enable row level security;
alter table case_photo force row level security;
create policy tenant_wall on case_photo as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_photo to linju_app;

create table case_publication (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  published boolean not null,
  reason text not null default ''::text,
  decided_by uuid not null,
  at timestamp with time zone not null,
  constraint case_publication_pkey PRIMARY KEY (tenant_id, id),
  constraint case_publication_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_publication_by_case ON public.case_publication USING btree (tenant_id, case_id, at);
alter table case_publication enable row level security;
alter table case_publication force row level security;
create policy tenant_wall on case_publication as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_publication to linju_app;

create table case_record (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  external_key text,
  title text not null,
  body text not null,
  kind text not null,
  category_id uuid,
  source text not null,
  danger boolean not null default false,
  state text not null,
  open boolean not null,
  area_id uuid not null,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  building_id uuid,
  place text not null default ''::text,
  lon double precision,
  lat double precision,
  raiser_id uuid,
  registered_by uuid,
  handler_organization_id uuid,
  handler_account_id uuid,
  raised_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  assigned_at timestamp with time zone,
  signed_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  due_at timestamp with time zone,
  reopened_times integer not null default 0,
  version integer not null default 1,
  level text not null default 'community'::text,
  near_at timestamp with time zone,
  suspended_until timestamp with time zone,
  supervised_at timestamp with time zone,
  urged_times integer not null default 0,
  joined_times integer not null default 0,
  published_at timestamp with time zone,
  anonymous boolean not null default false,
  merged_into uuid,
  archived_at timestamp with time zone,
  deadline_unit text not null default 'hour'::text,
  deadline_round integer not null default 1,
  watch_at timestamp with time zone,
  first_receiver_id uuid,
  pause_id uuid,
  position_crs text,
  received_at timestamp with time zone,
  wanted_by timestamp with time zone,
  first_answered_at timestamp with time zone,
  constraint case_record_pkey PRIMARY KEY (tenant_id, id),
  constraint case_record_tenant_id_external_key_key UNIQUE (tenant_id, external_key),
  constraint case_record_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint case_record_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint case_record_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES case_category(tenant_id, id),
  constraint case_record_tenant_id_first_receiver_id_fkey FOREIGN KEY (tenant_id, first_receiver_id) REFERENCES organization(tenant_id, id),
  constraint case_record_tenant_id_handler_organization_id_fkey FOREIGN KEY (tenant_id, handler_organization_id) REFERENCES organization(tenant_id, id),
  constraint case_record_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES case_record(tenant_id, id),
  constraint case_record_tenant_id_pause_id_fkey FOREIGN KEY (tenant_id, pause_id) REFERENCES case_pause(tenant_id, id),
  constraint case_record_tenant_id_raiser_id_fkey FOREIGN KEY (tenant_id, raiser_id) REFERENCES account(tenant_id, id),
  constraint case_record_deadline_unit_check CHECK ((deadline_unit = ANY (ARRAY['hour'::text, 'day'::text, 'working_hour'::text, 'working_day'::text]))),
  constraint case_record_level_check CHECK ((level = ANY (ARRAY['micro_grid'::text, 'grid'::text, 'community'::text, 'street'::text, 'department'::text]))),
  constraint case_record_position_crs_check CHECK ((position_crs = ANY (ARRAY['wgs84'::text, 'gcj02'::text])))
) with (fillfactor=80);
CREATE INDEX case_by_area ON public.case_record USING btree (tenant_id, area_id);
CREATE INDEX case_by_category ON public.case_record USING btree (tenant_id, category_id, raised_at DESC, id DESC);
CREATE INDEX case_by_community ON public.case_record USING btree (tenant_id, community_id, raised_at DESC, id DESC);
CREATE INDEX case_by_first_receiver ON public.case_record USING btree (tenant_id, first_receiver_id) WHERE (first_receiver_id IS NOT NULL);
CREATE INDEX case_by_grid ON public.case_record USING btree (tenant_id, grid_id, raised_at DESC, id DESC);
CREATE INDEX case_by_handler ON public.case_record USING btree (tenant_id, handler_organization_id, raised_at DESC, id DESC);
CREATE INDEX case_by_merged_into ON public.case_record USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX case_by_pause ON public.case_record USING btree (tenant_id, pause_id) WHERE (pause_id IS NOT NULL);
CREATE INDEX case_by_raiser ON public.case_record USING btree (tenant_id, raiser_id, raised_at DESC, id DESC);
CREATE INDEX case_by_time ON public.case_record USING btree (tenant_id, raised_at DESC, id DESC);
CREATE INDEX case_by_watch ON public.case_record USING btree (tenant_id, watch_at) WHERE (watch_at IS NOT NULL);
CREATE INDEX case_open_by_community ON public.case_record USING btree (tenant_id, community_id, raised_at DESC, id DESC) WHERE open;
CREATE INDEX case_open_by_due ON public.case_record USING btree (tenant_id, due_at, id) WHERE open;
CREATE INDEX case_open_by_grid ON public.case_record USING btree (tenant_id, grid_id, raised_at DESC, id DESC) WHERE open;
CREATE INDEX case_open_by_handler ON public.case_record USING btree (tenant_id, handler_organization_id, raised_at DESC, id DESC) WHERE open;
CREATE INDEX case_open_by_raiser ON public.case_record USING btree (tenant_id, raiser_id, handler_organization_id) WHERE open;
CREATE INDEX case_open_by_street ON public.case_record USING btree (tenant_id, raised_at DESC, id DESC) WHERE open;
CREATE INDEX case_published ON public.case_record USING btree (tenant_id, raised_at DESC, id DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX case_supervised ON public.case_record USING btree (tenant_id, supervised_at) WHERE (supervised_at IS NOT NULL);
CREATE INDEX case_to_archive ON public.case_record USING btree (tenant_id, closed_at, id) WHERE ((closed_at IS NOT NULL) AND (archived_at IS NULL));
alter table case_record enable row level security;
alter table case_record force row level security;
create policy search on case_record as permissive for select to linju_search using (true);
create policy tenant_wall on case_record as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_record to linju_app;
grant select on case_record to linju_search;

create table case_refusal (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  refused_by uuid not null,
  at timestamp with time zone not null,
  constraint case_refusal_pkey PRIMARY KEY (tenant_id, id),
  constraint case_refusal_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_refusal_by_case ON public.case_refusal USING btree (tenant_id, case_id, at);
alter table case_refusal enable row level security;
alter table case_refusal force row level security;
create policy tenant_wall on case_refusal as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_refusal to linju_app;

create table case_resolution (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null,
  resolved_by uuid,
  at timestamp with time zone not null,
  constraint case_resolution_pkey PRIMARY KEY (tenant_id, id),
  constraint case_resolution_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_resolution_by_case ON public.case_resolution USING btree (tenant_id, case_id, at);
alter table case_resolution enable row level security;
alter table case_resolution force row level security;
create policy tenant_wall on case_resolution as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_resolution to linju_app;

create table case_search (
  tenant_id uuid not null,
  id uuid not null,
  folded text not null,
  keys bigint[] not null,
  constraint case_search_pkey PRIMARY KEY (tenant_id, id),
  constraint case_search_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_search_keys ON public.case_search USING gin (keys) WITH (gin_pending_list_limit='256');
alter table case_search enable row level security;
alter table case_search force row level security;
create policy search on case_search as permissive for select to linju_search using (true);
create policy tenant_wall on case_search as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_search to linju_app;
grant select on case_search to linju_search;

create table case_supervision (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  lifts boolean not null,
  words text not null,
  due_at timestamp with time zone,
  supervised_by uuid not null,
  at timestamp with time zone not null,
  constraint case_supervision_pkey PRIMARY KEY (tenant_id, id),
  constraint case_supervision_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_supervision_by_case ON public.case_supervision USING btree (tenant_id, case_id, at);
alter table case_supervision enable row level security;
alter table case_supervision force row level security;
create policy tenant_wall on case_supervision as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_supervision to linju_app;

create table case_turnout (
  tenant_id uuid not null,
  id uuid not null,
  whistle_id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  coming boolean,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  arrived_by uuid,
  arrived_at timestamp with time zone,
  score smallint,
  score_words text,
  scored_by uuid,
  scored_at timestamp with time zone,
  call_score smallint,
  call_words text,
  call_scored_by uuid,
  call_scored_at timestamp with time zone,
  constraint case_turnout_pkey PRIMARY KEY (tenant_id, id),
  constraint case_turnout_tenant_id_whistle_id_organization_id_key UNIQUE (tenant_id, whistle_id, organization_id),
  constraint case_turnout_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id),
  constraint case_turnout_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  constraint case_turnout_tenant_id_whistle_id_fkey FOREIGN KEY (tenant_id, whistle_id) REFERENCES case_whistle(tenant_id, id),
  constraint case_turnout_call_score_check CHECK (((call_score >= 1) AND (call_score <= 5))),
  constraint case_turnout_score_check CHECK (((score >= 1) AND (score <= 5)))
);
CREATE INDEX case_turnout_by_case ON public.case_turnout USING btree (tenant_id, case_id);
CREATE INDEX case_turnout_by_organization ON public.case_turnout USING btree (tenant_id, organization_id);
alter table case_turnout enable row level security;
alter table case_turnout force row level security;
create policy tenant_wall on case_turnout as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_turnout to linju_app;

create table case_urge (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null default ''::text,
  urged_by uuid not null,
  at timestamp with time zone not null,
  constraint case_urge_pkey PRIMARY KEY (tenant_id, id),
  constraint case_urge_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_urge_by_case ON public.case_urge USING btree (tenant_id, case_id, at);
alter table case_urge enable row level security;
alter table case_urge force row level security;
create policy tenant_wall on case_urge as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on case_urge to linju_app;

create table case_whistle (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  meet_at timestamp with time zone not null,
  place text not null,
  words text not null,
  called_by uuid not null,
  at timestamp with time zone not null,
  called_off_by uuid,
  called_off_at timestamp with time zone,
  called_off_reason text,
  looked_at timestamp with time zone,
  absence_told boolean not null default false,
  constraint case_whistle_pkey PRIMARY KEY (tenant_id, id),
  constraint case_whistle_tenant_id_called_off_by_fkey FOREIGN KEY (tenant_id, called_off_by) REFERENCES account(tenant_id, id),
  constraint case_whistle_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_record(tenant_id, id)
);
CREATE INDEX case_whistle_by_called_off ON public.case_whistle USING btree (tenant_id, called_off_by) WHERE (called_off_by IS NOT NULL);
CREATE INDEX case_whistle_by_case ON public.case_whistle USING btree (tenant_id, case_id, at);
CREATE INDEX case_whistle_waiting ON public.case_whistle USING btree (tenant_id, meet_at) WHERE ((called_off_at IS NULL) AND (looked_at IS NULL));
alter table case_whistle enable row level security;
alter table case_whistle force row level security;
create policy tenant_wall on case_whistle as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on case_whistle to linju_app;

create table deadline_class (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  labels jsonb not null,
  amount integer not null,
  unit text not null,
  answer_hours integer not null,
  basis text not null default ''::text,
  usual boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  constraint deadline_class_pkey PRIMARY KEY (tenant_id, id),
  constraint deadline_class_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint deadline_class_amount_check CHECK (((amount >= 1) AND (amount <= 365))),
  constraint deadline_class_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 720))),
  constraint deadline_class_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'day'::text, 'working_hour'::text, 'working_day'::text])))
);
CREATE UNIQUE INDEX deadline_class_usual ON public.deadline_class USING btree (tenant_id) WHERE usual;
alter table deadline_class enable row level security;
alter table deadline_class force row level security;
create policy tenant_wall on deadline_class as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on deadline_class to linju_app;

create table duration_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  span text not null,
  category_id uuid not null,
  day date not null,
  counts integer[] not null,
  constraint duration_rollup_pkey PRIMARY KEY (tenant_id, id),
  constraint duration_rollup_tenant_id_area_id_metric_span_category_id_d_key UNIQUE (tenant_id, area_id, metric, span, category_id, day),
  constraint duration_rollup_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])))
);
alter table duration_rollup enable row level security;
alter table duration_rollup force row level security;
create policy tenant_wall on duration_rollup as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on duration_rollup to linju_app;

create table escalation_rung (
  tenant_id uuid not null,
  id uuid not null,
  after_hours integer not null,
  role_set text not null,
  level text not null,
  constraint escalation_rung_pkey PRIMARY KEY (tenant_id, id),
  constraint escalation_rung_after_hours_check CHECK (((after_hours >= 0) AND (after_hours <= 2160))),
  constraint escalation_rung_level_check CHECK ((level = ANY (ARRAY['handled'::text, 'grid'::text, 'community'::text, 'street'::text]))),
  constraint escalation_rung_role_set_check CHECK ((role_set = ANY (ARRAY['grid_worker'::text, 'handler'::text, 'community_staff'::text, 'street_officer'::text])))
);
alter table escalation_rung enable row level security;
alter table escalation_rung force row level security;
create policy tenant_wall on escalation_rung as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on escalation_rung to linju_app;

create table event (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  verb text not null,
  actor_id uuid,
  at timestamp with time zone not null,
  data jsonb not null default '{}'::jsonb,
  hash bytea not null,
  constraint event_pkey PRIMARY KEY (tenant_id, id),
  constraint event_tenant_id_subject_id_seq_key UNIQUE (tenant_id, subject_id, seq)
);
alter table event enable row level security;
alter table event force row level security;
create policy tenant_wall on event as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on event to linju_app;

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
  minutes integer,
  constraint fact_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX fact_by_community ON public.fact USING btree (tenant_id, community_id, metric, day, id);
CREATE INDEX fact_by_grid ON public.fact USING btree (tenant_id, grid_id, metric, day, id);
CREATE INDEX fact_by_metric ON public.fact USING btree (tenant_id, metric, day, id);
CREATE INDEX fact_tail ON public.fact USING btree (tenant_id, metric, day) WHERE (NOT rolled);
alter table fact enable row level security;
alter table fact force row level security;
create policy tenant_wall on fact as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update (rolled) on fact to linju_app;

create table fact_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  day date not null,
  category_id uuid not null,
  unit text not null,
  amount bigint not null,
  constraint fact_rollup_pkey PRIMARY KEY (tenant_id, id),
  constraint fact_rollup_tenant_id_area_id_metric_day_category_id_unit_key UNIQUE (tenant_id, area_id, metric, day, category_id, unit)
);
alter table fact_rollup enable row level security;
alter table fact_rollup force row level security;
create policy tenant_wall on fact_rollup as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on fact_rollup to linju_app;

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
  created_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX file_by_uploader ON public.file USING btree (tenant_id, uploaded_by, created_at);
alter table file enable row level security;
alter table file force row level security;
create policy tenant_wall on file as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on file to linju_app;

create table hotline_import (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  fingerprint bytea not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  constraint hotline_import_pkey PRIMARY KEY (tenant_id, id),
  constraint hotline_import_tenant_id_area_id_fingerprint_key UNIQUE (tenant_id, area_id, fingerprint),
  constraint hotline_import_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint hotline_import_tenant_id_started_by_fkey FOREIGN KEY (tenant_id, started_by) REFERENCES account(tenant_id, id)
);
CREATE INDEX hotline_import_by_starter ON public.hotline_import USING btree (tenant_id, started_by);
alter table hotline_import enable row level security;
alter table hotline_import force row level security;
create policy tenant_wall on hotline_import as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select on hotline_import to linju_app;

create table hotline_order (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  number text not null,
  told boolean not null default false,
  constraint hotline_order_pkey PRIMARY KEY (tenant_id, id),
  constraint hotline_order_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES case_record(tenant_id, id),
  constraint hotline_order_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES hotline_import(tenant_id, id)
);
CREATE INDEX hotline_order_by_import ON public.hotline_order USING btree (tenant_id, import_id);
CREATE INDEX hotline_order_untold ON public.hotline_order USING btree (tenant_id, import_id) WHERE (NOT told);
alter table hotline_order enable row level security;
alter table hotline_order force row level security;
create policy tenant_wall on hotline_order as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on hotline_order to linju_app;

create table idempotency_key (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  created_at timestamp with time zone not null default now(),
  answer bytea,
  constraint idempotency_key_pkey PRIMARY KEY (tenant_id, id),
  constraint idempotency_key_tenant_id_account_id_key_key UNIQUE (tenant_id, account_id, key)
);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_wall on idempotency_key as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on idempotency_key to linju_app;

create table mail_address (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_cipher bytea not null,
  confirmed_at timestamp with time zone not null,
  constraint mail_address_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_address_tenant_id_account_id_key UNIQUE (tenant_id, account_id),
  constraint mail_address_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
alter table mail_address enable row level security;
alter table mail_address force row level security;
create policy area_wall on mail_address as restrictive for all to public using (((account_id = app.account()) OR (app.account() IS NULL)));
create policy tenant_wall on mail_address as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on mail_address to linju_app;

create table mail_choice (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  topics text[] not null,
  constraint mail_choice_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_choice_tenant_id_account_id_key UNIQUE (tenant_id, account_id),
  constraint mail_choice_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
alter table mail_choice enable row level security;
alter table mail_choice force row level security;
create policy tenant_wall on mail_choice as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on mail_choice to linju_app;

create table mail_code (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_cipher bytea not null,
  code_cipher bytea not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint mail_code_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX mail_code_by_account ON public.mail_code USING btree (tenant_id, account_id, at);
alter table mail_code enable row level security;
alter table mail_code force row level security;
create policy area_wall on mail_code as restrictive for all to public using (((account_id = app.account()) OR (app.account() IS NULL)));
create policy tenant_wall on mail_code as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on mail_code to linju_app;

create table mail_letter (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  topic text not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint mail_letter_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_letter_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint mail_letter_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES notice(tenant_id, id),
  constraint mail_letter_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given_up'::text, 'dropped'::text])))
);
CREATE INDEX mail_letter_by_account ON public.mail_letter USING btree (tenant_id, account_id, ended_at);
alter table mail_letter enable row level security;
alter table mail_letter force row level security;
create policy tenant_wall on mail_letter as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on mail_letter to linju_app;

create table notice (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code text not null,
  params jsonb not null default '{}'::jsonb,
  subject_kind text not null,
  subject_id uuid not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX notice_by_account ON public.notice USING btree (tenant_id, account_id, id);
CREATE INDEX notice_unread ON public.notice USING btree (tenant_id, account_id) WHERE (read_at IS NULL);
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant_wall on notice as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on notice to linju_app;

create table organization (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  phone text not null default ''::text,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  version integer not null default 1,
  phones jsonb not null default '[]'::jsonb,
  name_keys text[],
  constraint organization_pkey PRIMARY KEY (tenant_id, id),
  constraint organization_tenant_id_name_key UNIQUE (tenant_id, name),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['street_office'::text, 'community'::text, 'property'::text, 'department'::text, 'partner'::text])))
);
CREATE INDEX organization_unspelt ON public.organization USING btree (tenant_id, id) WHERE ((name_keys IS NULL) OR (name_keys[1] <> name));
alter table organization enable row level security;
alter table organization force row level security;
create policy search on organization as permissive for select to linju_search using (true);
create policy tenant_wall on organization as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on organization to linju_app;
grant select (id), select (name_keys), select (tenant_id) on organization to linju_search;

create table organization_duty (
  tenant_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  area_id uuid not null,
  constraint organization_duty_pkey PRIMARY KEY (tenant_id, id),
  constraint organization_duty_tenant_id_organization_id_area_id_key UNIQUE (tenant_id, organization_id, area_id),
  constraint organization_duty_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint organization_duty_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX organization_duty_by_area ON public.organization_duty USING btree (tenant_id, area_id);
alter table organization_duty enable row level security;
alter table organization_duty force row level security;
create policy tenant_wall on organization_duty as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on organization_duty to linju_app;

create table passkey (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (tenant_id, id),
  constraint passkey_tenant_id_credential_id_key UNIQUE (tenant_id, credential_id),
  constraint passkey_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX passkey_by_account ON public.passkey USING btree (tenant_id, account_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy tenant_wall on passkey as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on passkey to linju_app;

create table passkey_challenge (
  tenant_id uuid not null,
  id uuid not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (tenant_id, id),
  constraint passkey_challenge_tenant_id_challenge_key UNIQUE (tenant_id, challenge)
);
CREATE INDEX passkey_challenge_by_age ON public.passkey_challenge USING btree (tenant_id, expires_at);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy tenant_wall on passkey_challenge as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on passkey_challenge to linju_app;

create table recovery_code (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (tenant_id, id),
  constraint recovery_code_tenant_id_account_id_code_hash_key UNIQUE (tenant_id, account_id, code_hash),
  constraint recovery_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy tenant_wall on recovery_code as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on recovery_code to linju_app;

create table role (
  tenant_id uuid not null,
  id uuid not null,
  role_set text not null,
  labels jsonb not null,
  retired_at timestamp with time zone,
  constraint role_pkey PRIMARY KEY (tenant_id, id),
  constraint role_role_set_check CHECK ((role_set = ANY (ARRAY['resident'::text, 'grid_worker'::text, 'handler'::text, 'community_staff'::text, 'street_officer'::text, 'administrator'::text])))
);
alter table role enable row level security;
alter table role force row level security;
create policy tenant_wall on role as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on role to linju_app;

create table role_grant (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  area_id uuid not null,
  organization_id uuid,
  since timestamp with time zone not null,
  until timestamp with time zone,
  granted_by uuid,
  constraint role_grant_pkey PRIMARY KEY (tenant_id, id),
  constraint role_grant_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint role_grant_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint role_grant_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  constraint role_grant_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES role(tenant_id, id)
);
CREATE INDEX role_grant_by_account ON public.role_grant USING btree (tenant_id, account_id);
CREATE INDEX role_grant_by_area ON public.role_grant USING btree (tenant_id, area_id);
CREATE INDEX role_grant_by_organization ON public.role_grant USING btree (tenant_id, organization_id);
CREATE INDEX role_grant_by_role ON public.role_grant USING btree (tenant_id, role_id);
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy search on role_grant as permissive for select to linju_search using (true);
create policy tenant_wall on role_grant as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on role_grant to linju_app;
grant select (account_id), select (organization_id), select (tenant_id) on role_grant to linju_search;

create table routing_rule (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid,
  category_id uuid,
  organization_id uuid not null,
  account_id uuid,
  automatic boolean not null default false,
  version integer not null default 1,
  constraint routing_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint routing_rule_tenant_id_area_id_category_id_key UNIQUE NULLS NOT DISTINCT (tenant_id, area_id, category_id),
  constraint routing_rule_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint routing_rule_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES area(tenant_id, id),
  constraint routing_rule_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES case_category(tenant_id, id),
  constraint routing_rule_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX routing_rule_by_account ON public.routing_rule USING btree (tenant_id, account_id);
CREATE INDEX routing_rule_by_category ON public.routing_rule USING btree (tenant_id, category_id);
CREATE INDEX routing_rule_by_organization ON public.routing_rule USING btree (tenant_id, organization_id);
alter table routing_rule enable row level security;
alter table routing_rule force row level security;
create policy tenant_wall on routing_rule as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on routing_rule to linju_app;

create table saved_filter (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamp with time zone not null,
  constraint saved_filter_pkey PRIMARY KEY (tenant_id, id),
  constraint saved_filter_tenant_id_account_id_name_key UNIQUE (tenant_id, account_id, name),
  constraint saved_filter_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy tenant_wall on saved_filter as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on saved_filter to linju_app;

create table serial_number (
  tenant_id uuid not null,
  id uuid not null,
  series text not null,
  last integer not null,
  constraint serial_number_pkey PRIMARY KEY (tenant_id, id),
  constraint serial_number_tenant_id_series_key UNIQUE (tenant_id, series)
);
alter table serial_number enable row level security;
alter table serial_number force row level security;
create policy tenant_wall on serial_number as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on serial_number to linju_app;

create table session (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  device text not null default ''::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  second_step_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (tenant_id, id),
  constraint session_tenant_id_token_hash_key UNIQUE (tenant_id, token_hash),
  constraint session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX session_by_account ON public.session USING btree (tenant_id, account_id);
alter table session enable row level security;
alter table session force row level security;
create policy tenant_wall on session as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on session to linju_app;

create table sign_in_failure (
  tenant_id uuid not null,
  id uuid not null,
  origin bytea not null,
  at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sign_in_failure_by_origin ON public.sign_in_failure USING btree (tenant_id, origin, at);
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
create policy tenant_wall on sign_in_failure as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select on sign_in_failure to linju_app;

create table span_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  span text not null,
  category_id uuid not null,
  day date not null,
  unit text not null,
  amount bigint not null,
  constraint span_rollup_pkey PRIMARY KEY (tenant_id, id),
  constraint span_rollup_tenant_id_area_id_metric_span_category_id_day_u_key UNIQUE (tenant_id, area_id, metric, span, category_id, day, unit),
  constraint span_rollup_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])))
);
alter table span_rollup enable row level security;
alter table span_rollup force row level security;
create policy tenant_wall on span_rollup as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant insert, select, update on span_rollup to linju_app;

create table tenant (
  id uuid not null,
  code text not null,
  name text not null,
  phone text not null default ''::text,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  constraint tenant_pkey PRIMARY KEY (id),
  constraint tenant_code_key UNIQUE (code)
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy search on tenant as permissive for select to linju_search using (true);
create policy tenant_wall on tenant as permissive for all to public using ((id = app.tenant())) with check ((id = app.tenant()));
grant insert, select, update on tenant to linju_app;
grant select on tenant to linju_search;

create table totp (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_cipher bytea not null,
  started_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint totp_pkey PRIMARY KEY (tenant_id, id),
  constraint totp_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX totp_by_account ON public.totp USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX totp_confirmed ON public.totp USING btree (tenant_id, account_id) WHERE (confirmed_at IS NOT NULL);
CREATE UNIQUE INDEX totp_started ON public.totp USING btree (tenant_id, account_id) WHERE (confirmed_at IS NULL);
alter table totp enable row level security;
alter table totp force row level security;
create policy tenant_wall on totp as permissive for all to public using ((tenant_id = app.tenant())) with check ((tenant_id = app.tenant()));
grant delete, insert, select, update on totp to linju_app;

grant execute on function app.account() to public;
grant execute on function app.account_by_phone(wanted bytea) to linju_app;
grant execute on function app.add_counts(counts integer[], more integer[]) to linju_app;
grant execute on function app.add_counts(counts integer[], more integer[]) to public;
grant execute on function app.append_event(p_id uuid, p_kind text, p_subject uuid, p_verb text, p_at timestamp with time zone, p_data jsonb) to linju_app;
grant execute on function app.append_event(p_id uuid, p_kind text, p_subject uuid, p_verb text, p_at timestamp with time zone, p_data jsonb) to public;
grant execute on function app.count_step(counts integer[], step integer) to linju_app;
grant execute on function app.count_step(counts integer[], step integer) to public;
grant execute on function app.count_steps(integer) to linju_app;
grant execute on function app.count_steps(integer) to public;
grant execute on function app.duration_step(minutes integer) to linju_app;
grant execute on function app.duration_step(minutes integer) to public;
grant execute on function app.duration_steps() to linju_app;
grant execute on function app.duration_steps() to public;
grant execute on function app.event_hash(before bytea, subject_kind text, subject_id uuid, seq integer, verb text, actor_id uuid, at timestamp with time zone, data jsonb) to public;
grant execute on function app.has_in_hand(wanted uuid) to public;
grant execute on function app.month_of(at timestamp with time zone) to linju_app;
grant execute on function app.month_of(at timestamp with time zone) to linju_search;
grant execute on function app.month_of(at timestamp with time zone) to public;
grant execute on function app.post_notice(notice_id uuid, whom uuid, notice_code text, kind text, subject uuid, written timestamp with time zone) to linju_app;
grant execute on function app.raise_wall(wanted regclass) to public;
grant execute on function app.reach_condition(reach jsonb) to linju_search;
grant execute on function app.reach_condition(reach jsonb) to public;
grant execute on function app.search_cases(words text[], grams text[], reach jsonb, naming jsonb, staff jsonb, narrowed jsonb, row_limit integer) to linju_app;
grant execute on function app.search_keys(street uuid, month integer, grams text[]) to linju_app;
grant execute on function app.search_keys(street uuid, month integer, grams text[]) to linju_search;
grant execute on function app.search_keys(street uuid, month integer, grams text[]) to public;
grant execute on function app.streets() to linju_app;
grant execute on function app.tenant() to linju_search;
grant execute on function app.tenant() to public;
grant execute on function app.uuid7() to public;
grant execute on function app.works_for(body uuid) to public;
grant execute on function app.works_in(community uuid, grid uuid) to public;
grant execute on function app.works_on_case_of(person uuid) to public;
