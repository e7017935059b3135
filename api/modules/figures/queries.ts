import type { AreaRef, Boundary } from '../../../contract/areas.ts';
import type { TimedMetric } from '../../../contract/cases.ts';
import { type Sql, sql, type Tx, unionAll } from '../../kernel/db.ts';
import { everyCategory, type FigureScope } from '../../kernel/facts.ts';
import type { Labels } from '../../kernel/language.ts';
import { spansOf } from '../../kernel/spans.ts';

export interface FigureArea extends AreaRef {
  communityId: string | null;
  gridId: string | null;
}

export function figureArea(tx: Tx, id: string): Promise<FigureArea | undefined> {
  return tx.maybe(
    sql`select id, name, tier, community_id as "communityId", grid_id as "gridId" from area where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** The areas one tier below: those in use, and those closed after `from`. */
export function partsOf(
  tx: Tx,
  areaId: string,
  tier: 'community' | 'grid',
  from: Date,
): Promise<(AreaRef & { boundary: Boundary | null; until: string | null })[]> {
  const within = tier === 'grid' ? sql`and community_id = ${areaId}` : sql``;
  return tx.many(
    sql`select id, name, tier, boundary, until from area where tenant_id = app.tenant() and tier = ${tier} and (until is null or until >= ${from}) ${within} order by code`,
  );
}

function onCases(tier: string, id: string): Sql {
  if (tier === 'street') return sql`true`;
  return tier === 'community' ? sql`c.community_id = ${id}` : sql`c.grid_id = ${id}`;
}

export interface OpenNow {
  partId: string | null;
  categoryId: string | null;
  open: number;
  overdue: number;
}

/** Cases open now and overdue now, by the parts of the area one tier below and by category: all that is counted from the cases themselves. */
export function openNow(tx: Tx, tier: string, id: string, now: Date): Promise<OpenNow[]> {
  const part = tier === 'street' ? sql`c.community_id` : sql`c.grid_id`;
  return tx.many(sql`
    select ${part} as "partId", c.category_id as "categoryId", count(*) as open,
      count(*) filter (where c.due_at < ${now} and c.state not in ('resolved', 'suspended')) as overdue
    from case_record c where c.tenant_id = app.tenant() and c.open and ${onCases(tier, id)} group by ${part}, c.category_id`);
}

export interface CategoryRow {
  id: string;
  parentId: string | null;
  labels: Labels;
}

export function categoryRows(tx: Tx): Promise<CategoryRow[]> {
  return tx.many(
    sql`select id, parent_id as "parentId", labels from case_category where tenant_id = app.tenant() order by position, code`,
  );
}

/** Sums by part of the area: roll-up plus tail, as kernel/facts does for the area itself. */
export function raisedByPart(
  tx: Tx,
  tier: 'community' | 'grid',
  ids: readonly string[],
  from: string,
  to: string,
): Promise<{ partId: string; raised: number }[]> {
  const column = tier === 'community' ? sql`f.community_id` : sql`f.grid_id`;
  const summed = spansOf(from, to).map(
    ({ span, from: first, to: last }) => sql`select r.area_id as "partId", r.amount from span_rollup r
        where r.tenant_id = app.tenant() and r.area_id = any (${ids}::uuid[]) and r.metric = 'case_raised' and r.span = ${span}
          and r.category_id = ${everyCategory} and r.day between ${first} and ${last}`,
  );
  return tx.many(sql`
    select "partId", sum(amount)::bigint as raised from (
      ${unionAll(summed)}
      union all
      select ${column}, f.amount from fact f
        where f.tenant_id = app.tenant() and not f.rolled and f.metric = 'case_raised' and f.day between ${from} and ${to} and ${column} = any (${ids}::uuid[])
    ) parts group by "partId"`);
}

export interface TimedRow {
  /** The area itself, a part of it one tier below, or a category. */
  of: 'whole' | 'part' | 'category';
  id: string | null;
  metric: TimedMetric;
  /** How many took each of `durationSteps`. */
  counts: number[];
}

/**
 * How long what was timed took, as sums plus the tail that is not in them yet, in one snapshot. Added up by the caller: PostgreSQL takes ten times
 * as long to unnest and group a thousand arrays as to send them.
 */
export function timedFacts(
  tx: Tx,
  metrics: readonly TimedMetric[],
  { tier, areaId, predecessors = [], from, to }: FigureScope,
): Promise<TimedRow[]> {
  const own = [areaId, ...predecessors];
  const below = tier === 'street' ? sql`tier = 'community'` : sql`tier = 'grid' and community_id = ${areaId}`;
  const parts = sql`array(select id from area where tenant_id = app.tenant() and ${below})`;
  // Each span by itself: joined to a list of spans, the index was read for all days there ever were.
  const summed = spansOf(from, to).map(({ span, from: first, to: last }) => {
    const rows = (
      areas: Sql,
      categories: Sql,
    ) => sql`from duration_rollup d where d.tenant_id = app.tenant() and d.area_id = any (${areas})
      and d.metric = any (${metrics}) and d.span = ${span} and d.category_id = any (${categories}) and d.day between ${first} and ${last}`;
    const every = sql`array[${everyCategory}::uuid]`;
    return sql`
      select case d.category_id when ${everyCategory} then 'whole' else 'category' end as of, nullif(d.category_id, ${everyCategory}) as id, d.metric,
        to_json(d.counts) as counts
      ${rows(sql`${own}::uuid[]`, sql`${every} || array(select id from case_category where tenant_id = app.tenant())`)}
      union all select 'part', d.area_id, d.metric, to_json(d.counts) ${rows(parts, every)} and ${tier !== 'grid'}`;
  });
  const partOf = tier === 'street' ? sql`community_id` : sql`grid_id`;
  const here =
    tier === 'street'
      ? sql`true`
      : sql`${tier === 'community' ? sql`community_id` : sql`grid_id`} = any (${own}::uuid[])`;
  return tx.many(sql`${unionAll(summed)}
    union all
    select k.of, k.id, metric, to_json(app.count_steps(app.duration_step(minutes))) from fact,
      lateral (values ('whole', null::uuid, ${here}), ('part', ${partOf}, ${tier !== 'grid'}), ('category', category_id, ${here})) k (of, id, counted)
    where tenant_id = app.tenant() and not rolled and metric = any (${metrics}) and day between ${from} and ${to} and minutes is not null
      and k.counted and (k.of = 'whole' or k.id is not null)
    group by k.of, k.id, metric`);
}

export interface FactRow {
  id: string;
  day: string;
  amount: number;
  minutes: number | null;
  subjectId: string;
}

export function factPage(
  tx: Tx,
  condition: Sql,
  after: { day: string; id: string } | undefined,
  limit: number,
): Promise<FactRow[]> {
  const onwards = after ? sql`and (f.day, f.id) < (${after.day}, ${after.id})` : sql``;
  return tx.many(
    sql`select f.id, f.day, f.amount, f.minutes, f.subject_id as "subjectId" from fact f where ${condition} ${onwards} order by f.day desc, f.id desc limit ${limit}`,
  );
}

export async function factTotal(tx: Tx, condition: Sql): Promise<number> {
  const { total } = await tx.one<{ total: number }>(
    sql`select coalesce(sum(f.amount), 0)::bigint as total from fact f where ${condition}`,
  );
  return total;
}
