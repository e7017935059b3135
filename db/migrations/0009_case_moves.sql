-- What a case carries for the moves beyond the short loop: levels, pauses, many hands, neighbours, publication (DOMAIN §3.4).
alter table case_record
  add column level text not null default 'community' check (level in ('micro_grid', 'grid', 'community', 'street', 'department')),
  -- When more than 80 % of the time allowed is gone, by the same clock that set due_at.
  add column near_at timestamptz,
  add column suspended_until timestamptz,
  add column supervised_at timestamptz,
  add column urged_times integer not null default 0,
  add column joined_times integer not null default 0,
  add column published_at timestamptz,
  add column anonymous boolean not null default false,
  add column merged_into uuid,
  add column archived_at timestamptz,
  add foreign key (tenant_id, merged_into) references case_record (tenant_id, id);
create index case_by_merged_into on case_record (tenant_id, merged_into) where merged_into is not null;
update case_record set near_at = raised_at + (due_at - raised_at) * 0.8 where due_at is not null;
