-- How long things took: from the raising of a case to its first answer and to its closing, and sums that give the medians.

-- Minutes by the clock since the subject began; null where nothing is timed.
alter table fact add column minutes integer;
-- When the raiser was first answered by whoever acts; null also where that was before this column.
alter table case_record add column first_answered_at timestamptz;

-- The round times that durations are said in: 5 minutes … a year. No two neighbours are further apart than a quarter from an hour on.
create function app.duration_steps() returns integer[] language sql immutable parallel safe as $$ select array[
  5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480, 540, 600, 720, 840, 960, 1080, 1200, 1440, 1800, 2160,
  2520, 2880, 3600, 4320, 5040, 5760, 7200, 8640, 10080, 11520, 14400, 17280, 20160, 24480, 30240, 36000, 43200, 57600, 72000, 86400, 108000, 129600,
  172800, 259200, 388800, 525600] $$;
-- The number of the round time nearest to so many minutes. It keeps the order, so that the median of the rounded is the rounded median.
create function app.duration_step(minutes integer) returns integer language sql immutable strict parallel safe
  as $$ select width_bucket(minutes * 2, '{15,25,35,45,55,70,90,110,135,165,195,225,270,330,390,450,540,660,780,900,1020,1140,1320,1560,1800,2040,
    2280,2640,3240,3960,4680,5400,6480,7920,9360,10800,12960,15840,18720,21600,25920,31680,37440,44640,54720,66240,
    79200,100800,129600,158400,194400,237600,302400,432000,648000,914400}'::integer[]) + 1 $$;

-- Counts the facts of each step into an array as long as there are steps.
create function app.count_step(counts integer[], step integer) returns integer[] language plpgsql immutable parallel safe as $$
begin
  counts[step] := counts[step] + 1;
  return counts;
end $$;
create aggregate app.count_steps(integer) (sfunc = app.count_step, stype = integer[],
  initcond = '{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');
create function app.add_counts(counts integer[], more integer[]) returns integer[] language plpgsql immutable parallel safe as $$
begin
  for step in 1 .. cardinality(counts) loop counts[step] := counts[step] + more[step]; end loop;
  return counts;
end $$;
grant execute on function app.duration_steps(), app.duration_step(integer), app.count_step(integer[], integer), app.count_steps(integer),
  app.add_counts(integer[], integer[]) to linju_app;

-- How many facts took how long, per area and category (ffffffff-… for all of them together), by day and by whole month.
create table duration_rollup (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  metric text not null,
  span text not null check (span in ('day', 'month')),
  category_id uuid not null,
  -- First day of the span.
  day date not null,
  -- One number for each of app.duration_steps().
  counts integer[] not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, metric, span, category_id, day)
);
select app.raise_wall('duration_rollup');
grant select, insert, update on duration_rollup to linju_app;
