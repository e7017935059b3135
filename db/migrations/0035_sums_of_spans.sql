-- Sums of all categories together (ffffffff-…) by day and by whole month, and of each category by whole month, beside those by day and category in
-- fact_rollup: an overview reads a tenth of the rows (docs/decisions/0073).
create table span_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  span text not null check (span in ('day', 'month')),
  category_id uuid not null,
  -- First day of the span.
  day date not null,
  unit text not null,
  amount bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, metric, span, category_id, day, unit)
);
select app.raise_wall('span_rollup');
grant select, insert, update on span_rollup to linju_app;

do $$
declare
  street uuid;
begin
  for street in select id from app.streets() loop
    perform set_config('app.tenant_id', street::text, true);
    insert into span_rollup (tenant_id, id, area_id, metric, span, category_id, day, unit, amount)
    select street, app.uuid7(), area_id, metric, span, one, date_trunc(span, day::timestamp)::date, unit, sum(amount)
    from fact_rollup, (values ('day'), ('month')) spans (span),
      lateral (values (category_id), ('ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)) categories (one)
    where tenant_id = street and (span = 'month' or one = 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    group by area_id, metric, span, one, date_trunc(span, day::timestamp)::date, unit;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
