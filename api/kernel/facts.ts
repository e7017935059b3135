import { uuidv7 } from 'uuidv7';
import { addDays } from './clock.ts';
import { type Sql, sql, type Tx, unionAll } from './db.ts';
import { type Span, spansOf } from './spans.ts';

/** One countable outcome: so many of a unit, on a day, in an area, about a subject. */
export interface Fact {
  day: string;
  metric: string;
  amount: number;
  unit: string;
  subjectKind: string;
  subjectId: string;
  personId?: string | null;
  categoryId?: string | null;
  communityId?: string | null;
  gridId?: string | null;
  /** How long it took since the subject began, by the clock; absent where nothing is timed. */
  minutes?: number | null;
}

/** Appends all of them with one statement. */
export function appendFacts(tx: Tx, facts: readonly Fact[]): void {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({ ...fact, id: uuidv7() }));
  tx.send(sql`
    insert into fact (tenant_id, id, day, metric, amount, unit, subject_kind, subject_id, person_id, category_id, community_id, grid_id, minutes)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, day date, metric text, amount integer, unit text,
      "subjectKind" text, "subjectId" uuid, "personId" uuid, "categoryId" uuid, "communityId" uuid, "gridId" uuid, minutes integer)`);
}

const noCategory = '00000000-0000-0000-0000-000000000000';
/** In span_rollup and duration_rollup: all categories together. */
export const everyCategory = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Adds the tail to the sums, at most `limit` facts at a time; a fact is in the tail or in the sums, never in both. Gives back how many were rolled. */
export async function rollUp(tx: Tx, limit = 20_000): Promise<number> {
  const { rolled } = await tx.one<{ rolled: number }>(sql`
    with tail as (
      update fact set rolled = true where tenant_id = app.tenant() and id in (
        select id from fact where tenant_id = app.tenant() and not rolled limit ${limit} for update skip locked)
      returning day, metric, amount, unit, category_id, community_id, grid_id, minutes),
    spread as (
      select tail.*, coalesce(category_id, ${noCategory}::uuid) as category, area_id from tail cross join lateral (values (app.tenant()), (community_id), (grid_id)) as areas (area_id) where area_id is not null),
    sums as (
      insert into fact_rollup (tenant_id, id, area_id, metric, day, category_id, unit, amount)
      select app.tenant(), app.uuid7(), area_id, metric, day, category, unit, sum(amount)
      from spread group by area_id, metric, day, category, unit
      on conflict (tenant_id, area_id, metric, day, category_id, unit) do update set amount = fact_rollup.amount + excluded.amount),
    spans as (
      insert into span_rollup (tenant_id, id, area_id, metric, span, category_id, day, unit, amount)
      select app.tenant(), app.uuid7(), area_id, metric, span, one, first, unit, sum(amount)
      from spread, (values ('day'), ('month')) spans (span), lateral (select date_trunc(span, day::timestamp)::date as first) of_span,
        lateral (values (category), (${everyCategory}::uuid)) categories (one)
      where span = 'month' or one = ${everyCategory} group by area_id, metric, span, one, first, unit
      on conflict (tenant_id, area_id, metric, span, category_id, day, unit) do update set amount = span_rollup.amount + excluded.amount),
    durations as (
      insert into duration_rollup (tenant_id, id, area_id, metric, span, category_id, day, counts)
      select app.tenant(), app.uuid7(), area_id, metric, span, one, first, app.count_steps(app.duration_step(minutes))
      from spread, (values ('day'), ('month')) spans (span), lateral (select date_trunc(span, day::timestamp)::date as first) of_span,
        lateral (values (category), (${everyCategory}::uuid)) categories (one)
      where minutes is not null group by area_id, metric, span, one, first
      on conflict (tenant_id, area_id, metric, span, category_id, day) do update set counts = app.add_counts(duration_rollup.counts, excluded.counts))
    select count(*) as rolled from tail`);
  return rolled;
}

/** Where and when a figure is asked for; the street's area carries the tenant's id. */
export interface FigureScope {
  tier: 'street' | 'community' | 'grid';
  areaId: string;
  /** Areas that this one came out of, of the same tier, whose past is to count too. */
  predecessors?: readonly string[];
  from: string;
  to: string;
}

export interface Sums {
  /** `before`: since the earlier day that was asked for, up to the day before the period. */
  totals: { metric: string; amount: number; before: number }[];
  days: { metric: string; day: string; amount: number }[];
  categories: { metric: string; categoryId: string | null; amount: number }[];
}

// One id is compared with `=`, so that the index gives the rows in order.
function isOneOf(column: Sql, { areaId, predecessors = [] }: FigureScope): Sql {
  return predecessors.length === 0
    ? sql`${column} = ${areaId}`
    : sql`${column} = any (${[areaId, ...predecessors]}::uuid[])`;
}

function tailArea(scope: FigureScope): Sql {
  if (scope.tier === 'community') return isOneOf(sql`community_id`, scope);
  return scope.tier === 'grid' ? isOneOf(sql`grid_id`, scope) : sql`true`;
}

/**
 * Sums per metric, and of `spread` also per day and per category: the roll-up plus the tail that is not in it yet, in one snapshot. Added up
 * in the database, from whole months and all categories together where that is all that is asked for: 60 days of a street by day and category
 * are 10,000 sums.
 */
export async function sumFacts(
  tx: Tx,
  metrics: readonly string[],
  scope: FigureScope,
  { spread = metrics, since = scope.from }: { spread?: readonly string[]; since?: string } = {},
): Promise<Sums> {
  const { from, to } = scope;
  const summed = ({ span, from: first, to: last }: Span, which: readonly string[], every: boolean) => sql`
      select metric, day, category_id, amount from span_rollup
      where tenant_id = app.tenant() and ${isOneOf(sql`area_id`, scope)} and metric = any (${which}) and span = ${span}
        and ${every ? sql`category_id = ${everyCategory}` : sql`category_id <> ${everyCategory}`} and day between ${first} and ${last}`;
  const byDay = ({ from: first, to: last }: Span) => sql`
      select metric, day, category_id, amount from fact_rollup
      where tenant_id = app.tenant() and ${isOneOf(sql`area_id`, scope)} and metric = any (${spread}) and day between ${first} and ${last}`;
  const earlier = since < from ? spansOf(since, addDays(from, -1)) : [];
  const period = spansOf(from, to);
  const { totals, days, categories } = await tx.one<{ [Part in keyof Sums]: Sums[Part] | null }>(sql`
    with tail as materialized (
      select metric, day, coalesce(category_id, ${noCategory}) as category_id, amount from fact
      where tenant_id = app.tenant() and not rolled and metric = any (${metrics}) and day between ${since} and ${to} and ${tailArea(scope)})
    select
      (select json_agg(s) from (select metric, coalesce(sum(amount) filter (where day >= ${from}), 0)::bigint as amount,
        coalesce(sum(amount) filter (where day < ${from}), 0)::bigint as before
        from (select * from tail union all ${unionAll([...earlier, ...period].map((span) => summed(span, metrics, true)))}) parts group by metric) s) as totals,
      (select json_agg(s) from (select metric, day, sum(amount)::bigint as amount
        from (select * from tail where metric = any (${spread}) and day >= ${from}
          union all ${summed({ span: 'day', from, to }, spread, true)}) parts group by metric, day order by day) s) as days,
      (select json_agg(s) from (select metric, nullif(category_id, ${noCategory}) as "categoryId", sum(amount)::bigint as amount
        from (select * from tail where metric = any (${spread}) and day >= ${from}
          union all ${unionAll(period.map((span) => (span.span === 'month' ? summed(span, spread, false) : byDay(span))))}) parts
        group by metric, category_id) s) as categories`);
  return { totals: totals ?? [], days: days ?? [], categories: categories ?? [] };
}

/** The condition under which facts (table `f`) make up a figure. */
export function figureCondition(metric: string, scope: FigureScope): Sql {
  const { tier, from, to } = scope;
  const column = tier === 'community' ? sql`f.community_id` : sql`f.grid_id`;
  const area = tier === 'street' ? sql`true` : isOneOf(column, scope);
  return sql`f.tenant_id = app.tenant() and f.metric = ${metric} and f.day between ${from} and ${to} and ${area}`;
}
