-- Many hands on one case: bodies with a part of it 协办, and bodies called to a place 吹哨报到.

-- Who reaches a case because it has or had a hand in it, besides the body that leads.
create table case_helper (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  -- Has a part or a call before it still: in its list of what to do.
  working boolean not null,
  since timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, organization_id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
create index case_helper_by_organization on case_helper (tenant_id, organization_id, working, case_id);
select app.raise_wall('case_helper');
create policy search on case_helper for select to linju_search using (true);
grant select, insert, update, delete on case_helper to linju_app;
grant select on case_helper to linju_search;

create table case_part (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  account_id uuid,
  task text not null,
  due_at timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  finished_by uuid,
  finished_at timestamptz,
  words text,
  photo_ids uuid[] not null default '{}',
  declined_by uuid,
  declined_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  -- Why it was declined or withdrawn.
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
create index case_part_by_case on case_part (tenant_id, case_id, asked_at);
create index case_part_by_organization on case_part (tenant_id, organization_id);
-- A body has one open part of a case at a time.
create unique index case_part_open on case_part (tenant_id, case_id, organization_id)
  where finished_at is null and declined_at is null and withdrawn_at is null;
select app.raise_wall('case_part');
grant select, insert, update on case_part to linju_app;

create table case_whistle (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  meet_at timestamptz not null,
  place text not null,
  words text not null,
  called_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_whistle_by_case on case_whistle (tenant_id, case_id, at);
select app.raise_wall('case_whistle');
grant select, insert on case_whistle to linju_app;

-- What each called body answered, whether it turned up, and what both sides thought of it: 1 to 5.
create table case_turnout (
  tenant_id uuid not null,
  id uuid not null,
  whistle_id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  coming boolean,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  arrived_by uuid,
  arrived_at timestamptz,
  score smallint check (score between 1 and 5),
  score_words text,
  scored_by uuid,
  scored_at timestamptz,
  call_score smallint check (call_score between 1 and 5),
  call_words text,
  call_scored_by uuid,
  call_scored_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, whistle_id, organization_id),
  foreign key (tenant_id, whistle_id) references case_whistle (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
create index case_turnout_by_case on case_turnout (tenant_id, case_id);
create index case_turnout_by_organization on case_turnout (tenant_id, organization_id);
select app.raise_wall('case_turnout');
grant select, insert, update on case_turnout to linju_app;

-- Search reaches what a body helps with as well: one more part of a reach, and one more place where the newest cases are looked for.
create or replace function app.reach_condition(reach jsonb) returns text language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
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
end $$;

do $$
declare
  before constant text := pg_get_functiondef('app.search_cases(text[], text[], jsonb, jsonb, jsonb, jsonb, integer)'::regprocedure);
  bodies constant text := $line$union all select format(' and c.handler_organization_id = %L', id::uuid) from jsonb_array_elements_text(reach -> 'bodies') id$line$;
begin
  if position(bodies in before) = 0 then raise 'app.search_cases is not as it was left'; end if;
  execute replace(before, bodies, bodies || $line$
      union all select format(' and c.id = any (array(select h.case_id from case_helper h where h.tenant_id = %L and h.organization_id = %L))', street, id::uuid)
        from jsonb_array_elements_text(reach -> 'helping') id$line$);
end $$;
