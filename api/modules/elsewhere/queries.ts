import type { Check } from '../../../contract/elsewhere.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';

export interface Place {
  id: string;
  communityId: string | null;
  gridId: string | null;
  microGridId: string | null;
  buildingId: string | null;
}

/** Those of the areas that are there still. */
export function placesOf(tx: Tx, areaIds: readonly string[]): Promise<Place[]> {
  return tx.many(sql`select id, community_id as "communityId", grid_id as "gridId", micro_grid_id as "microGridId", building_id as "buildingId"
    from area where tenant_id = app.tenant() and id = any (${areaIds}::uuid[]) and until is null`);
}

export interface NewCheck {
  id: string;
  originId: string;
  number: string;
  title: string;
  words: string;
  areaId: string;
  at: Date;
  dueAt: Date;
  nearAt: Date;
}

/** A case of its own at the place, of the same kind of matter, in the hands of the grid. */
export function insertCheck(tx: Tx, check: NewCheck): Promise<number> {
  const { id, originId, number, title, words, areaId, at, dueAt, nearAt } = check;
  return tx.run(sql`
    insert into case_record (tenant_id, id, number, title, body, kind, category_id, source, danger, state, open, area_id, community_id, grid_id,
      micro_grid_id, building_id, place, registered_by, raised_at, accepted_at, due_at, near_at, watch_at, level)
    select a.tenant_id, ${id}, ${number}, ${title}, ${words}, o.kind, o.category_id, 'check', false, 'in_progress', true, a.id, a.community_id, a.grid_id,
      a.micro_grid_id, a.building_id, coalesce(nullif(a.place_name, ''), a.name), app.account(), ${at}, ${at}, ${dueAt}, ${nearAt}, ${nearAt}, case when a.grid_id is null then 'community' else 'grid' end
    from case_record o join area a on a.tenant_id = o.tenant_id and a.id = ${areaId} where o.tenant_id = app.tenant() and o.id = ${originId}`);
}

export function insertLink(tx: Tx, id: string, originId: string, at: Date): void {
  tx.send(sql`insert into case_check (tenant_id, id, origin_id, asked_by, at)
    values (app.tenant(), ${id}, ${originId}, app.account(), ${at})`);
}

/** Query of account ids: who walks the grid; the whole community's grid workers where the place is in no grid. */
export function walkersOf({ communityId, gridId }: Place, now: Date): Sql {
  return sql`select g.account_id from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      join area a on a.tenant_id = g.tenant_id and a.id = g.area_id
    where g.tenant_id = app.tenant() and r.role_set = 'grid_worker' and g.since <= ${now} and (g.until is null or g.until > ${now})
      and (a.grid_id = ${gridId} or (${gridId}::uuid is null and a.community_id = ${communityId}))`;
}

/** Who asked; undefined where the case is no check or was answered. */
export function unansweredCheck(tx: Tx, id: string): Promise<{ askedBy: string; originId: string } | undefined> {
  return tx.maybe(sql`select asked_by as "askedBy", origin_id as "originId" from case_check
    where tenant_id = app.tenant() and id = ${id} and answered_at is null`);
}

export function answer(tx: Tx, id: string, found: boolean, words: string, at: Date): void {
  tx.send(sql`update case_check set found = ${found}, words = ${words}, answered_by = app.account(), answered_at = ${at}
    where tenant_id = app.tenant() and id = ${id}`);
}

export function checksOf(tx: Tx, originId: string, reach: Sql): Promise<Check[]> {
  return tx.many(sql`
    select c.id, c.number, c.place, c.state, k.found, k.words, k.answered_at as "answeredAt"
    from case_check k join case_record c on c.tenant_id = k.tenant_id and c.id = k.id
    where k.tenant_id = app.tenant() and k.origin_id = ${originId} and ${reach} order by k.answered_at is not null, c.place, c.id`);
}

export function originOf(tx: Tx, id: string): Promise<{ id: string; number: string; unanswered: boolean } | undefined> {
  return tx.maybe(sql`select o.id, o.number, k.answered_at is null as unanswered
    from case_check k join case_record o on o.tenant_id = k.tenant_id and o.id = k.origin_id where k.tenant_id = app.tenant() and k.id = ${id}`);
}
