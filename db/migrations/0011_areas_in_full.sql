-- Areas that change: edits with a version, what became of an area, boundaries and the system they came in; bodies with a version.

alter table area add column version integer not null default 1;
-- The coordinates a boundary was drawn in; what is kept is WGS-84.
alter table area add column source_crs text not null default 'WGS-84' check (source_crs in ('WGS-84', 'GCJ-02', 'BD-09'));

-- What a closed area became: two rows for a split in two, one for each of the areas merged.
create table area_succession (
  tenant_id uuid not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null check (kind in ('split', 'merger')),
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, predecessor_id, successor_id),
  foreign key (tenant_id, predecessor_id) references area (tenant_id, id),
  foreign key (tenant_id, successor_id) references area (tenant_id, id)
);
create index area_succession_by_successor on area_succession (tenant_id, successor_id);
select app.raise_wall('area_succession');
grant select, insert on area_succession to linju_app;

alter table organization add column version integer not null default 1;
-- Further numbers: [{"words": "夜间值班", "number": "68801201"}].
alter table organization add column phones jsonb not null default '[]';
