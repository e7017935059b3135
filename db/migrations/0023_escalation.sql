-- What happens when nobody acts: the ladder a late case climbs, who was told already, urging, watching, closing without a word, the archive.

-- Every category has its class now; its hours are that class's.
alter table case_category alter column deadline_class_id set not null;
alter table case_category drop column hours;

-- One rung of the ladder: so long after the deadline these people hear of it. `level` says where they stand to the case.
create table escalation_rung (
  tenant_id uuid not null,
  id uuid not null,
  after_hours integer not null check (after_hours between 0 and 2160),
  role_set text not null check (role_set in ('grid_worker', 'handler', 'community_staff', 'street_officer')),
  level text not null check (level in ('handled', 'grid', 'community', 'street')),
  primary key (tenant_id, id)
);
select app.raise_wall('escalation_rung');
grant select, insert, update, delete on escalation_rung to linju_app;

-- What was told already, once for each deadline: `near`, `overdue`, `remind`, or the id of a rung.
create table case_mark (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  step text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, round, step),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
select app.raise_wall('case_mark');
grant select, insert on case_mark to linju_app;

create table case_urge (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null default '',
  urged_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_urge_by_case on case_urge (tenant_id, case_id, at);
select app.raise_wall('case_urge');
grant select, insert on case_urge to linju_app;

-- The street office puts a watch on a case, or takes it off (`lifts`).
create table case_supervision (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  lifts boolean not null,
  words text not null,
  due_at timestamptz,
  supervised_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_supervision_by_case on case_supervision (tenant_id, case_id, at);
select app.raise_wall('case_supervision');
grant select, insert on case_supervision to linju_app;

-- Cases waiting for their raiser's word, and cases waiting for the archive: both lists stay short.
create index case_unconfirmed on case_record (tenant_id, resolved_at, id) where state = 'resolved';
create index case_to_archive on case_record (tenant_id, closed_at, id) where state in ('closed', 'refused', 'merged');
create index case_supervised on case_record (tenant_id, supervised_at) where supervised_at is not null;

insert into escalation_rung (tenant_id, id, after_hours, role_set, level)
select t.id, app.uuid7(), r.after_hours, r.role_set, r.level from tenant t
cross join (values (0, 'handler', 'handled'), (24, 'community_staff', 'community'), (72, 'street_officer', 'street')) as r (after_hours, role_set, level);
