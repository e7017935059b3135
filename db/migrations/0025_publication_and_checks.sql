-- What the public sees, and looking for the same elsewhere (docs/modules/publication.md, docs/modules/elsewhere.md).

alter table case_record
  -- What the device gave the position in; the position itself is always WGS-84.
  add column position_crs text check (position_crs in ('wgs84', 'gcj02'));
create index case_published on case_record (tenant_id, raised_at desc, id desc) where published_at is not null;

create table case_publication (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  published boolean not null,
  -- Why the desk took it back; empty where its raiser decided.
  reason text not null default '',
  decided_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_publication_by_case on case_publication (tenant_id, case_id, at);
select app.raise_wall('case_publication');
grant select, insert on case_publication to linju_app;

-- A check is a case of its own, under the same id, that came out of another one.
create table case_check (
  tenant_id uuid not null,
  id uuid not null,
  origin_id uuid not null,
  asked_by uuid not null,
  at timestamptz not null,
  found boolean,
  words text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references case_record (tenant_id, id),
  foreign key (tenant_id, origin_id) references case_record (tenant_id, id)
);
create index case_check_by_origin on case_check (tenant_id, origin_id);
select app.raise_wall('case_check');
grant select, insert, update on case_check to linju_app;
