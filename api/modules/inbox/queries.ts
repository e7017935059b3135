import type { z } from 'zod';
import type { CaseFilter, SavedFilter } from '../../../contract/inbox.ts';
import { addDays, startOfDay } from '../../kernel/clock.ts';
import { all, any, type Sql, sql, type Tx } from '../../kernel/db.ts';
import { bigrams, foldHan } from '../../kernel/han.ts';
import { reachCondition, type Scope } from '../../kernel/permissions.ts';
import { categoriesFrom } from '../cases/index.ts';
import { openAsked } from './rules.ts';

export type Filter = z.output<typeof CaseFilter>;

/** What the filter's area stands for on a case (table `c`). */
export interface AreaColumn {
  id: string;
  tier: string;
}

function areaCondition({ id, tier }: AreaColumn): Sql {
  if (tier === 'street') return sql`true`;
  if (tier === 'community') return sql`c.community_id = ${id}`;
  if (tier === 'grid') return sql`c.grid_id = ${id}`;
  if (tier === 'micro_grid') return sql`c.micro_grid_id = ${id}`;
  return tier === 'building' ? sql`c.building_id = ${id}` : sql`c.area_id = ${id}`;
}

function oneOrMore(column: Sql, values: readonly string[]): Sql {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any (${values})`;
}

/** Given to one of the bodies, or with a part or a call that one of them has still before it. */
function handledOrHelped(bodies: readonly string[]): Sql {
  return any([
    oneOrMore(sql`c.handler_organization_id`, bodies),
    sql`c.id = any (array(select h.case_id from case_helper h
      where h.tenant_id = app.tenant() and ${oneOrMore(sql`h.organization_id`, bodies)} and h.working))`,
  ]);
}

function deadlineCondition(deadline: 'overdue' | 'near' | 'today', now: Date, day: string): Sql {
  const open = sql`c.open and c.state not in ('resolved', 'suspended')`;
  if (deadline === 'overdue') return sql`${open} and c.due_at < ${now}`;
  if (deadline === 'near') return sql`${open} and c.due_at >= ${now} and c.near_at < ${now}`;
  return sql`${open} and c.due_at >= ${startOfDay(day)} and c.due_at < ${startOfDay(addDays(day, 1))}`;
}

export interface Asking {
  filter: Filter;
  area: AreaColumn | undefined;
  scope: Scope;
  accountId: string;
  bodies: readonly string[];
  now: Date;
  day: string;
  /** Cases found by the words asked for. */
  found: readonly string[] | undefined;
}

/** The condition of a list: what was asked for, within what the actor may read. */
export function listCondition({ filter, area, scope, accountId, bodies, now, day, found }: Asking): Sql {
  const { view, state, open, category, kind, source, handler, deadline, supervised, raisedFrom, raisedTo } = filter;
  const asked: Sql[] = [];
  // Raised by oneself is always within reach; the plain comparison lets the index of the raiser give the order.
  if (view === 'mine') asked.push(sql`c.raiser_id = ${accountId}`);
  else asked.push(reachCondition(scope));
  if (view === 'handling') asked.push(handledOrHelped(bodies), sql`c.open`);
  if (area) asked.push(areaCondition(area));
  if (open !== undefined) asked.push(open ? sql`c.open` : sql`not c.open`);
  if (state) asked.push(oneOrMore(sql`c.state`, state));
  if (kind) asked.push(oneOrMore(sql`c.kind`, kind));
  if (source) asked.push(oneOrMore(sql`c.source`, source));
  if (filter.import)
    asked.push(
      sql`c.id in (select o.id from hotline_order o where o.tenant_id = app.tenant() and o.import_id = ${filter.import})`,
    );
  if (handler) asked.push(sql`c.handler_organization_id = ${handler}`);
  if (category) asked.push(sql`c.category_id in ${categoriesFrom(category)}`);
  if (deadline) asked.push(deadlineCondition(deadline, now, day));
  if (supervised !== undefined)
    asked.push(supervised ? sql`c.supervised_at is not null` : sql`c.supervised_at is null`);
  if (raisedFrom) asked.push(sql`c.raised_at >= ${startOfDay(raisedFrom)}`);
  if (raisedTo) asked.push(sql`c.raised_at < ${startOfDay(addDays(raisedTo, 1))}`);
  if (found) asked.push(sql`c.id = any (${found}::uuid[])`);
  return all(asked);
}

/** What to look for, and how far who may see what of the answer. */
export interface Searching {
  q: string;
  scope: Scope;
  /** Where the actor may find a case by the name of its raiser, and by the name of the person who handles it. */
  naming: Scope;
  staff: Scope;
  filter: Filter;
  area: AreaColumn | undefined;
  /** Only cases after this position of the newest first. */
  after: { at: string; id: string } | undefined;
  limit: number;
}

const columnOfTier: Readonly<Record<string, string>> = {
  community: 'community',
  grid: 'grid',
  micro_grid: 'microGrid',
  building: 'building',
};
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The newest cases in which every word of `q` is found. */
export async function searchCases(tx: Tx, searching: Searching): Promise<string[]> {
  const { q, scope, naming, staff, filter, area, after, limit } = searching;
  const words = q
    .split(/\s+/)
    .map(foldHan)
    .filter((word) => letterOrDigit.test(word));
  const grams = [...new Set(words.flatMap(bigrams))];
  const narrowed = {
    open: openAsked(filter),
    from: filter.raisedFrom && startOfDay(filter.raisedFrom),
    until: filter.raisedTo && startOfDay(addDays(filter.raisedTo, 1)),
    afterAt: after?.at,
    afterId: after?.id,
    ...(area && area.tier !== 'street' ? { [columnOfTier[area.tier] ?? 'area']: area.id } : {}),
  };
  const { ids } = await tx.one<{ ids: string[] }>(sql`
    select app.search_cases(${words}::text[], ${grams}::text[], ${JSON.stringify(scope)}::jsonb, ${JSON.stringify(naming)}::jsonb,
      ${JSON.stringify(staff)}::jsonb, ${JSON.stringify(narrowed)}::jsonb, ${limit}) as ids`);
  return ids;
}

export const namedTables = ['account', 'organization', 'case_contact'] as const;
type NamedTable = (typeof namedTables)[number];
const tableOf: Readonly<Record<NamedTable, Sql>> = {
  account: sql`account`,
  organization: sql`organization`,
  case_contact: sql`case_contact`,
};

/** Names that are new or have changed since they were spelt. */
export function unspeltNames(tx: Tx, table: NamedTable, limit: number): Promise<{ id: string; name: string }[]> {
  return tx.many(sql`select id, name from ${tableOf[table]} where tenant_id = app.tenant()
    and (name_keys is null or name_keys[1] <> name) order by id limit ${limit} for update skip locked`);
}

export function spellNames(
  tx: Tx,
  table: NamedTable,
  rows: readonly { id: string; keys: string[] }[],
): Promise<number> {
  return tx.run(sql`update ${tableOf[table]} t set name_keys = array(select jsonb_array_elements_text(j.keys))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, keys jsonb) where t.tenant_id = app.tenant() and t.id = j.id`);
}

export type Sort = 'newest' | 'due';

// Stands for "no deadline" in a position: what has none comes after everything that has one, as NULL does in the index.
const never = '2999-12-31T00:00:00Z';

/** Where a row stands in its order, with its id. */
export function positionOf(sort: Sort, { raisedAt, dueAt }: { raisedAt: string; dueAt: string | null }): string {
  return sort === 'due' ? (dueAt ?? never) : raisedAt;
}

/** The rows after a position. */
export function after(sort: Sort, at: string | undefined, id: string | undefined): Sql {
  if (at === undefined || id === undefined) return sql`true`;
  if (sort === 'newest') return sql`(c.raised_at, c.id) < (${at}, ${id})`;
  return at === never
    ? sql`c.due_at is null and c.id > ${id}`
    : sql`((c.due_at, c.id) > (${at}, ${id}) or c.due_at is null)`;
}

export function ordered(sort: Sort, limit: number): Sql {
  const order = sort === 'due' ? sql`c.due_at, c.id` : sql`c.raised_at desc, c.id desc`;
  return sql`order by ${order} limit ${limit}`;
}

/** How many there are, counting no further than 10,000. */
export async function countUpTo(tx: Tx, condition: Sql): Promise<number> {
  const { found } = await tx.one<{ found: number }>(
    sql`select count(*) as found from (select 1 from case_record c where c.tenant_id = app.tenant() and ${condition} limit 10000) listed`,
  );
  return found;
}

// An area never changes its tier, and the tenant's wall stands in the key.
const tiers = new Map<string, string>();

export async function areaOf(tx: Tx, id: string): Promise<AreaColumn | undefined> {
  const key = `${tx.context.tenantId}/${id}`;
  const known = tiers.get(key);
  if (known) return { id, tier: known };
  const area = await tx.maybe<AreaColumn>(sql`select id, tier from area where tenant_id = app.tenant() and id = ${id}`);
  if (tiers.size > 50_000) tiers.clear();
  if (area) tiers.set(key, area.tier);
  return area;
}

export function savedFilters(tx: Tx): Promise<SavedFilter[]> {
  return tx.many(
    sql`select id, name, filter from saved_filter where tenant_id = app.tenant() and account_id = app.account() order by created_at`,
  );
}

export function insertFilter(tx: Tx, { id, name, filter }: SavedFilter, at: Date): Promise<number> {
  return tx.run(sql`insert into saved_filter (tenant_id, id, account_id, name, filter, created_at)
    values (app.tenant(), ${id}, app.account(), ${name}, ${JSON.stringify(filter)}::jsonb, ${at})`);
}

export function deleteFilter(tx: Tx, id: string): Promise<number> {
  return tx.run(
    sql`delete from saved_filter where tenant_id = app.tenant() and account_id = app.account() and id = ${id}`,
  );
}
