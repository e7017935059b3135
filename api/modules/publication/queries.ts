import type { Boundary, Tier } from '../../../contract/areas.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import { categoriesFrom } from '../cases/index.ts';
import { isPublic } from '../neighbours/index.ts';

const isDone = sql`c.state = 'closed'`;

/** The condition of the public list (table `c`). */
export function publicCondition(asked: {
  state?: 'open' | 'done' | undefined;
  category?: string | undefined;
  area?: string | undefined;
  after?: readonly [at: string, id: string] | undefined;
}): Sql {
  const { state, category, area, after } = asked;
  const parts = [sql`c.published_at is not null and ${isPublic}`];
  if (state) parts.push(state === 'done' ? isDone : sql`not ${isDone}`);
  if (category) parts.push(sql`c.category_id in ${categoriesFrom(category)}`);
  if (area) parts.push(sql`(c.building_id = ${area} or c.grid_id = ${area} or c.community_id = ${area})`);
  if (after) parts.push(sql`(c.raised_at, c.id) < (${after[0]}, ${after[1]})`);
  return parts.reduce((all, part) => sql`${all} and ${part}`);
}

export const newestFirst = (limit: number): Sql => sql`order by c.raised_at desc, c.id desc limit ${limit}`;

export const withId = (id: string): Sql => sql`c.id = ${id} and c.published_at is not null and ${isPublic}`;

export async function bodyOf(tx: Tx, id: string): Promise<string> {
  const { body } = await tx.one<{ body: string }>(
    sql`select body from case_record where tenant_id = app.tenant() and id = ${id}`,
  );
  return body;
}

export interface PlanArea {
  id: string;
  name: string;
  tier: Tier;
  boundary: Boundary | null;
  lon: number | null;
  lat: number | null;
}

export function planAreas(tx: Tx): Promise<PlanArea[]> {
  return tx.many(sql`select a.id, a.name, a.tier, a.boundary, a.lon, a.lat from area a
    where a.tenant_id = app.tenant() and a.tier in ('community', 'grid') and a.until is null order by a.tier, a.code`);
}

export interface PlanPoint {
  areaId: string;
  name: string;
  lon: number;
  lat: number;
  open: number;
  done: number;
}

/** By the building, where there is none by the grid. */
export function planPoints(tx: Tx): Promise<PlanPoint[]> {
  return tx.many(sql`
    select place.id as "areaId", place.name, place.lon, place.lat, count(*) filter (where not ${isDone}) as open, count(*) filter (where ${isDone}) as done
    from case_record c join area place on place.tenant_id = c.tenant_id and place.id = coalesce(c.building_id, c.grid_id)
    where c.tenant_id = app.tenant() and c.published_at is not null and ${isPublic} and place.lon is not null and place.lat is not null
    group by place.id, place.name, place.lon, place.lat`);
}

/** Categories that public cases have. */
export function publicCategories(tx: Tx): Promise<{ id: string; labels: Labels }[]> {
  return tx.many(sql`select k.id, k.labels from case_category k where k.tenant_id = app.tenant() and k.id in (
    select c.category_id from case_record c where c.tenant_id = app.tenant() and c.published_at is not null and ${isPublic}) order by k.position, k.code`);
}

export function insertPublication(
  tx: Tx,
  one: { id: string; caseId: string; published: boolean; reason: string; at: Date },
): void {
  const { id, caseId, published, reason, at } = one;
  tx.send(sql`insert into case_publication (tenant_id, id, case_id, published, reason, decided_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${published}, ${reason}, app.account(), ${at})`);
}

/** Whether the last word on its publication was the desk's, against it. */
export async function isTakenBack(tx: Tx, caseId: string): Promise<boolean> {
  const last = await tx.maybe<{ published: boolean; reason: string }>(sql`
    select published, reason from case_publication where tenant_id = app.tenant() and case_id = ${caseId} order by at desc, id desc limit 1`);
  return last !== undefined && !last.published && last.reason !== '';
}
