import type pg from 'pg';
import { everyCategory } from '../api/kernel/facts.ts';
import { buildingsEach, categories, grids, gridsEach, organizations, residentCount, tenantId } from './street.ts';
import { fillWords, type Words } from './words.ts';

const id = (kind: number, number: string) =>
  `('01900000-0000-7000-800${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export interface Filling {
  /** Words of the cases: the same few, or recombined from real letters. */
  texts: 'alike' | 'letters';
  /** How many are open; one in twenty when left out. */
  open?: number;
  /** Whether what happened to them is counted, as the verbs would have. */
  facts: boolean;
}

export const usualFilling: Filling = { texts: 'alike', facts: false };

/** Fills the street with so many cases over three years, each with its words for search. */
export async function fillCases(
  owner: pg.Client,
  count: number,
  { texts, open, facts }: Filling,
): Promise<Words | undefined> {
  const openEvery = open === undefined ? 20 : Math.max(1, Math.floor(count / open));
  const indexes = await takeIndexesAway(owner, ['case_record', 'case_search', 'case_contact']);
  // As the migrating role and without the foreign keys' triggers: what is filed here fits by construction.
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    insert into case_record (tenant_id, id, number, title, body, kind, category_id, source, state, open, area_id, community_id, grid_id, building_id,
      place, raiser_id, registered_by, handler_organization_id, raised_at, accepted_at, assigned_at, signed_at, resolved_at, closed_at, due_at)
    select '${tenantId}', (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(i), 12, '0'))::uuid,
      'B' || i, '三楼楼道灯不亮了' || i, '晚上回家看不见台阶，老人容易摔倒，请尽快来修一下。第' || i || '件',
      (array['help', 'complaint', 'consultation', 'suggestion'])[i % 4 + 1], ${id(6, `i % ${categories}`)}, 'mobile',
      case when is_open then (array['submitted', 'accepted', 'assigned', 'in_progress', 'resolved'])[i / ${openEvery} % 5 + 1] else 'closed' end, is_open,
      ${id(3, `grid * ${buildingsEach} + i % ${buildingsEach}`)}, ${id(1, `grid / ${gridsEach}`)}, ${id(2, 'grid')},
      ${id(3, `grid * ${buildingsEach} + i % ${buildingsEach}`)}, i % ${buildingsEach} || '号楼', raiser, raiser,
      case when not is_open or i / ${openEvery} % 5 > 1 then ${id(4, `i % ${organizations}`)} end, at,
      case when not is_open then at + interval '1 hour' end, case when not is_open then at + interval '2 hours' end,
      case when not is_open then at + interval '3 hours' end, case when not is_open then at + interval '3 days' end,
      case when not is_open then at + interval '4 days' end, at + interval '7 days'
    from generate_series(1, ${count}) i,
      lateral (select (i * 7 + i / 40) % ${grids} as grid, i % ${openEvery} = 0 as is_open, now() - (${count} - i) * interval '3 years' / ${count} as at,
        ${id(5, `i % ${residentCount}`)} as raiser) of_case`);
  const words = texts === 'letters' ? await fillWords(owner) : await fillAlike(owner);
  if (facts) await fillFacts(owner);
  await owner.query(`set session_replication_role = origin; set maintenance_work_mem = '1GB'`);
  for (const index of indexes) await owner.query(index);
  await owner.query(`vacuum analyze ${await filledTables(owner)}`);
  await owner.query('checkpoint');
  return words;
}

/** The same few words for every case. */
async function fillAlike(owner: pg.Client): Promise<undefined> {
  await owner.query(`
    insert into case_search (tenant_id, id, folded, keys)
    select tenant_id, id, number || ' ' || title, app.search_keys(tenant_id, app.month_of(raised_at),
      array['三楼', '楼楼', '楼道', '道灯', '灯不', '不亮', '亮了', '三', '楼', '道', '灯', '不', '亮', '了', right(number, 2), substr(number, 1, 4)])
    from case_record where tenant_id = '${tenantId}'`);
}

/** Those with rows. One that is known to be empty is read from end to end by plans that are kept while it grows. */
async function filledTables(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`,
  );
  return rows.map(({ name }) => name).join(', ');
}

/** Drops the indexes that carry no constraint; gives back the statements that make them again. */
async function takeIndexesAway(owner: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const countedAtClosing = [
  'dispatched',
  'responded',
  'resolved',
  'confirmed',
  'solved',
  'rated',
  'satisfied',
  'closed',
  'closed_community',
];

// Of the last 200 days, which is what an overview of 90 beside the 90 before can ask for: from minutes to three days until the answer, from hours to a month until the closing, most of them short.
const durations = `
  insert into duration_rollup (tenant_id, id, area_id, metric, span, category_id, day, counts)
  select '${tenantId}', app.uuid7(), area_id, metric, span, one, date_trunc(span, day::timestamp)::date, app.count_steps(app.duration_step(took::integer))
  from (select community_id, grid_id, category_id, (closed_at at time zone 'Asia/Shanghai')::date as day,
      (hashint8(('x' || right(id::text, 12))::bit(48)::bigint) & 65535) / 65535.0 as chance from case_record where tenant_id = '${tenantId}' and closed_at > now() - interval '200 days') of_case,
    lateral (values ('case_answered', 3 + 4320 * chance ^ 3), ('case_closed', 90 + 43200 * chance ^ 2)) times (metric, took),
    (values ('day'), ('month')) spans (span), lateral (values ('${tenantId}'::uuid), (community_id), (grid_id)) areas (area_id),
    lateral (values (category_id), ('${everyCategory}'::uuid)) categories (one)
  group by area_id, metric, span, one, date_trunc(span, day::timestamp)::date`;

const spans = `
  insert into span_rollup (tenant_id, id, area_id, metric, span, category_id, day, unit, amount)
  select tenant_id, app.uuid7(), area_id, metric, span, one, date_trunc(span, day::timestamp)::date, unit, sum(amount)
  from fact_rollup, (values ('day'), ('month')) spans (span), lateral (values (category_id), ('${everyCategory}'::uuid)) categories (one)
  where tenant_id = '${tenantId}' and (span = 'month' or one = '${everyCategory}')
  group by tenant_id, area_id, metric, span, one, date_trunc(span, day::timestamp)::date, unit`;

/** The sums of what happened, and of the newest 300 cases the facts that are not in them yet. */
async function fillFacts(owner: pg.Client): Promise<void> {
  const newest = `(select raised_at from case_record where tenant_id = '${tenantId}' order by raised_at desc offset 300 limit 1)`;
  const summed = (metrics: readonly string[], at: string) => `
    insert into fact_rollup (tenant_id, id, area_id, metric, day, category_id, unit, amount)
    select '${tenantId}', app.uuid7(), area_id, 'case_' || metric, day, category_id, 'case', sum(n) from (
      select community_id, grid_id, category_id, (${at} at time zone 'Asia/Shanghai')::date as day, count(*) as n from case_record
      where tenant_id = '${tenantId}' and ${at} is not null and raised_at <= ${newest} group by 1, 2, 3, 4) of_day,
      unnest(array['${metrics.join("','")}']) metric, lateral (values ('${tenantId}'::uuid), (community_id), (grid_id)) areas (area_id)
    group by area_id, metric, day, category_id`;
  await owner.query(summed(['raised'], 'raised_at'));
  await owner.query(summed(countedAtClosing, 'closed_at'));
  await owner.query(spans);
  await owner.query(durations);
  await owner.query(`
    insert into fact (tenant_id, id, day, metric, amount, unit, subject_kind, subject_id, category_id, community_id, grid_id)
    select tenant_id, app.uuid7(), (raised_at at time zone 'Asia/Shanghai')::date, 'case_raised', 1, 'case', 'case', id, category_id, community_id, grid_id
    from case_record where tenant_id = '${tenantId}' and raised_at > ${newest}`);
}
