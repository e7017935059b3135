import type { z } from 'zod';
import type { CaseFilter, SavedFilter } from '../../../contract/inbox.ts';
import { addDays, startOfDay } from '../../kernel/clock.ts';
import { all, type Sql, sql, type Tx } from '../../kernel/db.ts';
import { bigrams, foldHan } from '../../kernel/han.ts';
import { reachCondition, type Scope } from '../../kernel/permissions.ts';

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
}

/** The condition of a list: what was asked for, within what the actor may read. */
export function listCondition({ filter, area, scope, accountId, bodies, now, day }: Asking): Sql {
  const { view, state, open, category, kind, source, handler, deadline, raisedFrom, raisedTo, q } = filter;
  const asked: Sql[] = [];
  // Raised by oneself is always within reach; the plain comparison lets the index of the raiser give the order.
  if (view === 'mine') asked.push(sql`c.raiser_id = ${accountId}`);
  else asked.push(reachCondition(scope));
  if (view === 'handling') asked.push(oneOrMore(sql`c.handler_organization_id`, bodies), sql`c.open`);
  if (area) asked.push(areaCondition(area));
  if (open !== undefined) asked.push(open ? sql`c.open` : sql`not c.open`);
  if (state) asked.push(oneOrMore(sql`c.state`, state));
  if (kind) asked.push(oneOrMore(sql`c.kind`, kind));
  if (source) asked.push(oneOrMore(sql`c.source`, source));
  if (handler) asked.push(sql`c.handler_organization_id = ${handler}`);
  if (category) {
    asked.push(
      sql`c.category_id in (select k.id from case_category k where k.tenant_id = app.tenant() and (k.id = ${category} or k.parent_id = ${category}))`,
    );
  }
  if (deadline) asked.push(deadlineCondition(deadline, now, day));
  if (raisedFrom) asked.push(sql`c.raised_at >= ${startOfDay(raisedFrom)}`);
  if (raisedTo) asked.push(sql`c.raised_at < ${startOfDay(addDays(raisedTo, 1))}`);
  if (q) asked.push(searchCondition(q, scope));
  return all(asked);
}

const searchLimit = 5_000;

/** Every word of the query has to be found; a single character is looked for without the help of the index. */
function searchCondition(q: string, scope: Scope): Sql {
  const words = q.split(/\s+/).map(foldHan).filter(Boolean);
  const grams = [...new Set(words.filter((word) => [...word].length > 1).flatMap(bigrams))];
  const { wholeStreet, communities, grids, microGrids, buildings, bodies, own } = scope;
  return sql`c.id in (select found.id from app.search_cases(${grams}::text[], ${words}::text[], ${wholeStreet}, ${communities}::uuid[],
    ${grids}::uuid[], ${microGrids}::uuid[], ${buildings}::uuid[], ${bodies}::uuid[], ${own}::uuid, ${searchLimit}) found)`;
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
