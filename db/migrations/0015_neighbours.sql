-- What neighbours share: who follows a case because they have the same, and which cases are handled together (docs/modules/neighbours.md).

-- Matters of everybody: of these a neighbour may hear that one is open close by, by the name of the category alone.
alter table case_category add column shared boolean not null default false;
update case_category set shared = true
  where code ~ '^(facility|safety|parking|green)(\.|$)' or code in ('sudden.fire', 'sudden.weather');

create table case_follower (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  -- The follower's own case that was merged into this one; null for whoever said 我也是.
  merged_case_id uuid,
  since timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, account_id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, merged_case_id) references case_record (tenant_id, id)
);
create index case_follower_by_account on case_follower (tenant_id, account_id, since desc, id desc);
create index case_follower_by_merged on case_follower (tenant_id, merged_case_id) where merged_case_id is not null;
select app.raise_wall('case_follower');
grant select, insert, update on case_follower to linju_app;

create table case_merger (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  into_id uuid not null,
  reason text not null,
  state_before text not null,
  merged_by uuid not null,
  at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id),
  foreign key (tenant_id, into_id) references case_record (tenant_id, id)
);
create index case_merger_by_case on case_merger (tenant_id, case_id, at);
create index case_merger_by_into on case_merger (tenant_id, into_id);
select app.raise_wall('case_merger');
grant select, insert, update on case_merger to linju_app;
