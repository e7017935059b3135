-- A whistle can be called off while nobody came; once after the time it was called for somebody looks whether all turned up.
alter table case_whistle
  add column called_off_by uuid,
  add column called_off_at timestamptz,
  add column called_off_reason text,
  -- When it was looked at who came, and whether anybody was told that some did not.
  add column looked_at timestamptz,
  add column absence_told boolean not null default false,
  add foreign key (tenant_id, called_off_by) references account (tenant_id, id);
create index case_whistle_waiting on case_whistle (tenant_id, meet_at) where called_off_at is null and looked_at is null;
create index case_whistle_by_called_off on case_whistle (tenant_id, called_off_by) where called_off_by is not null;
grant update on case_whistle to linju_app;
