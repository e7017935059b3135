-- Areas 区域: street → community → grid → micro-grid → building → unit → dwelling; the street's area carries the tenant's id.

create table area_kind (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  tier text not null check (tier in ('street', 'community', 'grid', 'micro_grid', 'building', 'unit', 'dwelling')),
  labels jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select app.raise_wall('area_kind');
grant select, insert, update on area_kind to linju_app;

create table area (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  kind_id uuid not null,
  tier text not null,
  code text not null,
  name text not null,
  -- How the place is written below the community: 2号楼4单元.
  place_name text not null default '',
  path ltree not null,
  -- Ancestors by tier, the area itself included.
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  building_id uuid,
  boundary jsonb,
  lon double precision,
  lat double precision,
  phone text not null default '',
  since timestamptz not null default now(),
  until timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references area (tenant_id, id),
  foreign key (tenant_id, kind_id) references area_kind (tenant_id, id)
);
create index area_by_parent on area (tenant_id, parent_id);
create index area_by_kind on area (tenant_id, kind_id);
create index area_by_community on area (tenant_id, community_id, tier);
create index area_by_grid on area (tenant_id, grid_id, tier);
create index area_by_tier on area (tenant_id, tier);
create index area_by_path on area using gist (path);
select app.raise_wall('area');
grant select, insert, update on area to linju_app;

-- Estates 小区 and residents' groups 居民小组 cut across the tree: labels, not levels.
create table area_label (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('estate', 'residents_group')),
  name text not null,
  community_id uuid not null,
  estate_type text,
  primary key (tenant_id, id),
  unique (tenant_id, community_id, kind, name),
  foreign key (tenant_id, community_id) references area (tenant_id, id)
);
select app.raise_wall('area_label');
grant select, insert, update on area_label to linju_app;

create table area_label_member (
  tenant_id uuid not null,
  id uuid not null,
  label_id uuid not null,
  area_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, label_id, area_id),
  foreign key (tenant_id, label_id) references area_label (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
create index area_label_member_by_area on area_label_member (tenant_id, area_id);
select app.raise_wall('area_label_member');
grant select, insert, delete on area_label_member to linju_app;
