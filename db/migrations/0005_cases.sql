-- Cases 诉求: raise → accept → assign → sign for → resolve → confirmed by the one who raised it.

create table case_category (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  code text not null,
  labels jsonb not null,
  danger boolean not null default false,
  call_first text,
  hours integer not null default 168,
  position integer not null default 0,
  until timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references case_category (tenant_id, id)
);
create index case_category_by_parent on case_category (tenant_id, parent_id);
select app.raise_wall('case_category');
grant select, insert, update on case_category to linju_app;

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
  place text not null default '',
  lon double precision,
  lat double precision,
  raiser_id uuid,
  registered_by uuid,
  handler_organization_id uuid,
  handler_account_id uuid,
  raised_at timestamptz not null,
  accepted_at timestamptz,
  assigned_at timestamptz,
  signed_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  reopened_times integer not null default 0,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, external_key),
  foreign key (tenant_id, category_id) references case_category (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, raiser_id) references account (tenant_id, id),
  foreign key (tenant_id, handler_organization_id) references organization (tenant_id, id)
);
create index case_open_by_street on case_record (tenant_id, raised_at desc, id desc) where open;
create index case_open_by_community on case_record (tenant_id, community_id, raised_at desc, id desc) where open;
create index case_open_by_grid on case_record (tenant_id, grid_id, raised_at desc, id desc) where open;
create index case_open_by_handler on case_record (tenant_id, handler_organization_id, raised_at desc, id desc) where open;
create index case_open_by_due on case_record (tenant_id, due_at, id) where open;
create index case_by_time on case_record (tenant_id, raised_at desc, id desc);
create index case_by_community on case_record (tenant_id, community_id, raised_at desc, id desc);
create index case_by_grid on case_record (tenant_id, grid_id, raised_at desc, id desc);
create index case_by_raiser on case_record (tenant_id, raiser_id, raised_at desc, id desc);
create index case_by_handler on case_record (tenant_id, handler_organization_id, raised_at desc, id desc);
create index case_by_category on case_record (tenant_id, category_id, raised_at desc, id desc);
create index case_by_area on case_record (tenant_id, area_id);
select app.raise_wall('case_record');
create policy search on case_record for select to linju_search using (true);
grant select, insert, update on case_record to linju_app;
grant select on case_record to linju_search;

-- Words of a case folded for search (kernel/han.ts) and their two-character pieces; written once, so that a change of state does not touch the GIN index.
create table case_search (
  tenant_id uuid not null,
  id uuid not null,
  folded text not null,
  grams text[] not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references case_record (tenant_id, id)
);
create index case_search_grams on case_search using gin (grams);
select app.raise_wall('case_search');
create policy search on case_search for select to linju_search using (true);
grant select, insert, update on case_search to linju_app;
grant select on case_search to linju_search;

-- The newest cases whose words contain the query, within the tenant and the caller's reach. Runs as linju_search because under
-- row-level security `@>` and LIKE do not reach the index (BLUEPRINT §4.4, measured).
create function app.search_cases(q_grams text[], q_words text[], whole_street boolean, communities uuid[], grids uuid[], micro_grids uuid[], buildings uuid[],
    bodies uuid[], own uuid, row_limit integer)
  returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.id from case_search s join case_record c on c.tenant_id = s.tenant_id and c.id = s.id
    where s.tenant_id = app.tenant() and s.grams @> q_grams and not exists (select from unnest(q_words) word where position(word in s.folded) = 0)
      and (whole_street or c.community_id = any (communities) or c.grid_id = any (grids) or c.micro_grid_id = any (micro_grids)
        or c.building_id = any (buildings) or c.handler_organization_id = any (bodies) or c.raiser_id = own)
    order by c.raised_at desc, c.id desc limit row_limit;
end $$;
alter function app.search_cases(text[], text[], boolean, uuid[], uuid[], uuid[], uuid[], uuid[], uuid, integer) owner to linju_search;
revoke all on function app.search_cases(text[], text[], boolean, uuid[], uuid[], uuid[], uuid[], uuid[], uuid, integer) from public;
grant execute on function app.search_cases(text[], text[], boolean, uuid[], uuid[], uuid[], uuid[], uuid[], uuid, integer) to linju_app;
grant execute on function app.tenant() to linju_search;

-- Whom to call back when the raiser has no account; personal, encrypted, within the area.
create table case_contact (
  tenant_id uuid not null,
  id uuid not null,
  community_id uuid,
  grid_id uuid,
  name text not null,
  phone_cipher bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references case_record (tenant_id, id)
);
select app.raise_wall('case_contact');
create policy area_wall on case_contact as restrictive using (app.works_in(community_id, grid_id));
grant select, insert, update on case_contact to linju_app;

create table case_photo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  phase text not null check (phase in ('raised', 'note', 'resolved')),
  internal boolean not null default false,
  position integer not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references file (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_photo_by_case on case_photo (tenant_id, case_id, position);
select app.raise_wall('case_photo');
grant select, insert on case_photo to linju_app;

create table case_refusal (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  refused_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_refusal_by_case on case_refusal (tenant_id, case_id, at);
select app.raise_wall('case_refusal');
grant select, insert on case_refusal to linju_app;

create table case_assignment (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organization_id uuid not null,
  account_id uuid,
  words text not null default '',
  due_at timestamptz,
  assigned_by uuid not null,
  at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id)
);
create index case_assignment_by_case on case_assignment (tenant_id, case_id, at);
create index case_assignment_by_organization on case_assignment (tenant_id, organization_id);
select app.raise_wall('case_assignment');
grant select, insert, update on case_assignment to linju_app;

create table case_note (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  audience text not null check (audience in ('internal', 'raiser')),
  words text not null,
  written_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_note_by_case on case_note (tenant_id, case_id, at);
select app.raise_wall('case_note');
grant select, insert on case_note to linju_app;

create table case_resolution (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null,
  resolved_by uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_resolution_by_case on case_resolution (tenant_id, case_id, at);
select app.raise_wall('case_resolution');
grant select, insert on case_resolution to linju_app;

create table case_confirmation (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  solved boolean not null,
  satisfaction smallint check (satisfaction between 1 and 5),
  words text,
  confirmed_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_confirmation_by_case on case_confirmation (tenant_id, case_id, at);
select app.raise_wall('case_confirmation');
grant select, insert on case_confirmation to linju_app;

-- Filters a person keeps for the inbox.
create table saved_filter (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, name),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select app.raise_wall('saved_filter');
grant select, insert, delete on saved_filter to linju_app;
