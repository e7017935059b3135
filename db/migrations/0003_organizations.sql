-- Bodies that can be given a case: community, property company, department …

create table organization (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('street_office', 'community', 'property', 'department', 'partner')),
  name text not null,
  phone text not null default '',
  since timestamptz not null default now(),
  until timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select app.raise_wall('organization');
grant select, insert, update on organization to linju_app;

-- The areas a body is on duty for.
create table organization_duty (
  tenant_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  area_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, organization_id, area_id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
create index organization_duty_by_area on organization_duty (tenant_id, area_id);
select app.raise_wall('organization_duty');
grant select, insert, delete on organization_duty to linju_app;
