-- Routing rules 派单规则: whom a case goes to by place and category, as data of a street.
create table routing_rule (
  tenant_id uuid not null,
  id uuid not null,
  -- Null: everywhere; null: whatever it is about.
  area_id uuid,
  category_id uuid,
  organization_id uuid not null,
  account_id uuid,
  -- Assigned at once when it is accepted.
  automatic boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, area_id, category_id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, category_id) references case_category (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index routing_rule_by_category on routing_rule (tenant_id, category_id);
create index routing_rule_by_organization on routing_rule (tenant_id, organization_id);
create index routing_rule_by_account on routing_rule (tenant_id, account_id);
select app.raise_wall('routing_rule');
grant select, insert, update, delete on routing_rule to linju_app;
