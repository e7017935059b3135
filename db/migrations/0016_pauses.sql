-- Pauses: a handler asks for time (挂起 or 延期), the desk decides; while a case is suspended its clock stands still.
create table case_pause (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('suspension', 'extension')),
  -- A suspension ends then; an extension makes it the new deadline.
  until timestamptz not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved boolean,
  decision text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_record (tenant_id, id)
);
create index case_pause_by_case on case_pause (tenant_id, case_id, asked_at);
select app.raise_wall('case_pause');
grant select, insert, update on case_pause to linju_app;

-- What was asked and not decided yet, or the suspension in force.
alter table case_record
  add column pause_id uuid,
  add foreign key (tenant_id, pause_id) references case_pause (tenant_id, id);
create index case_by_pause on case_record (tenant_id, pause_id) where pause_id is not null;
