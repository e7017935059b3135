-- Lists of the hotline 12345 热线工单 (docs/modules/hotline.md).

alter table case_record
  -- When it reached the street, where that was later than it was raised: the time its class allows runs from then.
  add column received_at timestamptz,
  -- 办理时限: when somebody above wants it done; no deadline given by a class is later.
  add column wanted_by timestamptz;

create table hotline_import (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  -- SHA-256 of the file: the same list for the same area is the same import, begun or done.
  fingerprint bytea not null,
  started_by uuid,
  started_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, fingerprint),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, started_by) references account (tenant_id, id)
);
create index hotline_import_by_starter on hotline_import (tenant_id, started_by);
select app.raise_wall('hotline_import');
grant select, insert on hotline_import to linju_app;

-- One order of a list under the id of the case it became. Nothing of whoever called: that is the case's contact.
create table hotline_order (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  number text not null,
  -- Its people were told of the list.
  told boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references case_record (tenant_id, id),
  foreign key (tenant_id, import_id) references hotline_import (tenant_id, id)
);
create index hotline_order_by_import on hotline_order (tenant_id, import_id);
create index hotline_order_untold on hotline_order (tenant_id, import_id) where not told;
select app.raise_wall('hotline_order');
grant select, insert, update on hotline_order to linju_app;
