-- Search 搜索: words are found by keys that carry month and street; names by pinyin, initials and their own characters.

alter table account add column name_keys text[];
alter table organization add column name_keys text[];
alter table case_contact add column name_keys text[];
create index account_by_name on account using gin (name_keys);
create index case_contact_by_name on case_contact using gin (name_keys);
-- What a job still has to spell: the first key is the name as it stood then.
create index account_unspelt on account (tenant_id, id) where name_keys is null or name_keys[1] <> name;
create index organization_unspelt on organization (tenant_id, id) where name_keys is null or name_keys[1] <> name;
create index case_contact_unspelt on case_contact (tenant_id, id) where name_keys is null or name_keys[1] <> name;

-- The search sees of these tables what it compares, and no more.
create policy search on account for select to linju_search using (true);
create policy search on organization for select to linju_search using (true);
create policy search on role_grant for select to linju_search using (true);
create policy search on case_contact for select to linju_search using (true);
-- For the serving role alone: any condition on what linju_search reads would keep it from the index of the names.
drop policy area_wall on case_contact;
create policy area_wall on case_contact as restrictive to linju_app using (app.works_in(community_id, grid_id));
grant select (tenant_id, id, name_keys) on account, organization, case_contact to linju_search;
grant select (tenant_id, account_id, organization_id) on role_grant to linju_search;

-- Months since year 0, in UTC.
create function app.month_of(at timestamptz) returns integer language sql immutable parallel safe
  as $$ select (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1)::integer $$;

-- One key a piece of text: the month in the high bits, a hash of street and piece below. The month keeps what is new together in the index, and
-- lets a search go back month by month; two pieces that share a hash are told apart when the words are compared.
create function app.search_keys(street uuid, month integer, grams text[]) returns bigint[] language sql immutable parallel safe
  as $$ select coalesce(array_agg((month::bigint << 44) | (hashtextextended(gram, seed) & 17592186044415)), '{}')
    from unnest(grams) gram, (select hashtextextended(street::text, 0) as seed) of_street $$;
grant execute on function app.month_of(timestamptz), app.search_keys(uuid, integer, text[]) to linju_app, linju_search;

alter table case_search add column keys bigint[];
update case_search s set keys = app.search_keys(s.tenant_id, app.month_of(c.raised_at),
    array(select unnest(s.grams) union select one from regexp_split_to_table(s.folded, '') one where one ~ '[[:alnum:]]'))
  from case_record c where c.tenant_id = s.tenant_id and c.id = s.id;
drop function app.search_cases(text[], text[], boolean, uuid[], uuid[], uuid[], uuid[], uuid[], uuid, integer);
alter table case_search drop column grams, alter column keys set not null;
-- A short list of what is not in the tree yet: a search reads all of it, once a month it looks at.
create index case_search_keys on case_search using gin (keys) with (gin_pending_list_limit = 256);

-- A reach (kernel/permissions.ts) as a condition on case_record `c`.
create function app.reach_condition(reach jsonb) returns text language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
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
  if reach ->> 'own' is not null then parts := parts || format('c.raiser_id = %L::uuid', (reach ->> 'own')::uuid); end if;
  return case when cardinality(parts) = 0 then 'false' else '(' || array_to_string(parts, ' or ') || ')' end;
end $$;
grant execute on function app.reach_condition(jsonb) to linju_search;

-- The newest cases in which every word is found: in the text, in the name of the body that handles it, or in a name the caller may search by
-- (`naming`: where the raiser's, `staff`: where the handling person's). Runs as linju_search because under row-level security no comparison of
-- arrays or texts reaches an index; applies tenant and reach itself and gives back ids only. `lateral … limit 1` and `offset 0` fix who leads: PostgreSQL
-- does not know how rare a word is, and began with 16,000 cases to find one, and with 300,000 callers in the order of their ids (measured). docs/decisions/0042.
create function app.search_cases(words text[], grams text[], reach jsonb, naming jsonb, staff jsonb, narrowed jsonb, row_limit integer)
  returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
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
end $$;
alter function app.search_cases(text[], text[], jsonb, jsonb, jsonb, jsonb, integer) owner to linju_search;
revoke all on function app.search_cases(text[], text[], jsonb, jsonb, jsonb, jsonb, integer) from public;
grant execute on function app.search_cases(text[], text[], jsonb, jsonb, jsonb, jsonb, integer) to linju_app;
