import type { CaseState } from '../../../contract/cases.ts';
import type { Position } from '../../../contract/wire.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

/** Its raiser made it public and the desk has looked at it (table `c`). */
export const isPublic = sql`(c.published_at is not null and c.state not in ('submitted', 'refused', 'merged', 'archived'))`;

/** Not public, but a matter of everybody: a neighbour may hear that one is open (tables `c`, `k`). */
const isShared = sql`(c.open and c.kind = 'help' and coalesce(k.shared, false))`;

export interface NeighbourRow {
  id: string;
  number: string;
  title: string;
  categoryLabels: Labels | null;
  state: CaseState;
  danger: boolean;
  place: string;
  raisedAt: string;
  closedAt: string | null;
  joinedTimes: number;
  public: boolean;
  following: boolean;
  mine: boolean;
}

const columns = sql`c.id, c.number, c.title, k.labels as "categoryLabels", c.state, c.danger, c.raised_at as "raisedAt", c.closed_at as "closedAt",
  c.joined_times as "joinedTimes", ${isPublic} as public, coalesce(c.raiser_id = app.account(), false) as mine,
  concat_ws(' ', community.name, grid.name, building.name) as place,
  exists (select 1 from case_follower f where f.tenant_id = c.tenant_id and f.case_id = c.id and f.account_id = app.account() and f.left_at is null) as following`;

const tables = sql`case_record c
  left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
  left join area community on community.tenant_id = c.tenant_id and community.id = c.community_id
  left join area grid on grid.tenant_id = c.tenant_id and grid.id = c.grid_id
  left join area building on building.tenant_id = c.tenant_id and building.id = c.building_id`;

/** Cases (table `c`) as neighbours see them; `tail` is the order and limit. */
export function neighbourCases(tx: Tx, where: Sql, tail: Sql = sql``): Promise<NeighbourRow[]> {
  return tx.many(sql`select ${columns} from ${tables} where c.tenant_id = app.tenant() and ${where} ${tail}`);
}

export const withId = (id: string, reach: Sql): Sql => sql`c.id = ${id} and ${reach}`;

/** Of cases that the caller is known to be allowed to hear of. */
export function withIds(tx: Tx, ids: readonly string[]): Promise<NeighbourRow[]> {
  return neighbourCases(tx, sql`c.id = any (${ids}::uuid[])`);
}

/** What may be joined: what is public, and what is everybody's matter. */
export function joinable(tx: Tx, id: string): Promise<NeighbourRow[]> {
  return neighbourCases(tx, sql`c.id = ${id} and (${isPublic} or ${isShared} or c.raiser_id = app.account())`);
}

const followed = sql`exists (select 1 from case_follower f where f.tenant_id = c.tenant_id and f.case_id = c.id
  and f.account_id = app.account() and f.left_at is null)`;

export function followedCase(tx: Tx, id: string): Promise<NeighbourRow[]> {
  return neighbourCases(tx, sql`c.id = ${id} and ${followed}`);
}

export function followedCases(
  tx: Tx,
  after: readonly [since: string, id: string] | undefined,
  limit: number,
): Promise<(NeighbourRow & { since: string; followerId: string })[]> {
  const onwards = after ? sql`and (own.since, own.id) < (${after[0]}, ${after[1]})` : sql``;
  return tx.many(sql`
    select ${columns}, own.since, own.id as "followerId"
    from (select f.tenant_id, f.id, f.case_id, f.since from case_follower f
        where f.tenant_id = app.tenant() and f.account_id = app.account() and f.left_at is null) own
      join ${tables} on c.tenant_id = own.tenant_id and c.id = own.case_id
    where true ${onwards} order by own.since desc, own.id desc limit ${limit}`);
}

export interface CandidateRow {
  id: string;
  public: boolean;
  inReach: boolean;
  shared: number;
  sameCategory: boolean;
  sameBuilding: boolean;
  near: boolean;
}

const nearDegrees = 0.0015;
const examined = 300;

/**
 * Open cases around a place that the caller may hear of, newest first. They come by the index of the community's open cases, so the words
 * are compared for a few hundred rows only and no function has to look past the tenant wall (docs/decisions/0060). Each is read once and
 * without the names of its place: joined to itself and to three areas, the same took ten times as long where statistics were missing.
 */
export function around(
  tx: Tx,
  place: { areaId: string | null; position: Position | null; categoryId: string | null; except: string | null },
  grams: readonly string[],
  reach: Sql,
): Promise<CandidateRow[]> {
  const { areaId, position, categoryId, except } = place;
  const lon = position?.lon ?? null;
  const lat = position?.lat ?? null;
  const close = (of: Sql) =>
    sql`(abs(${of}.lon - here.lon) < ${nearDegrees} and abs(${of}.lat - here.lat) < ${nearDegrees})`;
  return tx.many(sql`
    with here as materialized (
      select a.community_id, a.grid_id, a.building_id, coalesce(${lon}::float8, b.lon, a.lon) as lon, coalesce(${lat}::float8, b.lat, a.lat) as lat
      from area a left join area b on b.tenant_id = a.tenant_id and b.id = a.building_id
      where a.tenant_id = app.tenant() and a.id = coalesce(${areaId}, (
        select acc.home_area_id from account acc where acc.tenant_id = app.tenant() and acc.id = app.account()))),
    close_building as materialized (
      select b.id from here join area b on b.tenant_id = app.tenant() and b.tier = 'building' and b.community_id = here.community_id
      where ${close(sql`b`)}),
    found as materialized (
      select * from (
        select c.*, coalesce(c.building_id = here.building_id, false) as same_building, c.grid_id is not distinct from here.grid_id as same_grid,
          coalesce(case when c.lon is null then c.building_id in (select id from close_building) else ${close(sql`c`)} end, false) as near
        from here join case_record c on c.tenant_id = app.tenant() and c.community_id = here.community_id and c.open
        where c.id is distinct from ${except}::uuid) open
      where same_grid or near order by raised_at desc limit ${examined})
    select c.id, ${isPublic} as public, coalesce(${reach}, false) as "inReach", c.same_building as "sameBuilding", c.near,
      coalesce(c.category_id = ${categoryId}::uuid, false) as "sameCategory",
      (select count(*) from case_search s cross join unnest(${grams}::text[]) gram
        where s.tenant_id = c.tenant_id and s.id = c.id and position(gram in s.folded) > 0) as shared
    from found c left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
    where ${isPublic} or ${isShared} or ${reach} order by c.raised_at desc`);
}

/** What a case says for comparing it with others. */
export function wordsOf(
  tx: Tx,
  id: string,
): Promise<
  { text: string; areaId: string; categoryId: string | null; lon: number | null; lat: number | null } | undefined
> {
  return tx.maybe(sql`select c.title || ' ' || c.body as text, c.area_id as "areaId", c.category_id as "categoryId", c.lon, c.lat
    from case_record c where c.tenant_id = app.tenant() and c.id = ${id}`);
}

/** Where a case lies and what it is about, for what is counted. */
export function placeOf(
  tx: Tx,
  id: string,
): Promise<{ id: string; categoryId: string | null; communityId: string | null; gridId: string | null }> {
  return tx.one(sql`select id, category_id as "categoryId", community_id as "communityId", grid_id as "gridId"
    from case_record where tenant_id = app.tenant() and id = ${id}`);
}

/** `first` says whether this person follows the case for the first time. */
export function follow(tx: Tx, id: string, caseId: string, at: Date): Promise<{ first: boolean; changed: boolean }> {
  return tx.one(sql`
    with before as (select f.left_at from case_follower f where f.tenant_id = app.tenant() and f.case_id = ${caseId} and f.account_id = app.account()),
    put as (
      insert into case_follower as f (tenant_id, id, case_id, account_id, since) values (app.tenant(), ${id}, ${caseId}, app.account(), ${at})
      on conflict (tenant_id, case_id, account_id) do update set since = excluded.since, left_at = null where f.left_at is not null
      returning 1)
    select not exists (select 1 from before) as first, exists (select 1 from put) as changed`);
}

export function unfollow(tx: Tx, caseId: string, at: Date): Promise<number> {
  return tx.run(sql`update case_follower set left_at = ${at}
    where tenant_id = app.tenant() and case_id = ${caseId} and account_id = app.account() and left_at is null`);
}

/** Counts whoever follows now. */
export function recountFollowers(tx: Tx, caseId: string): Promise<number> {
  return tx.run(sql`update case_record c set joined_times = (
      select count(*) from case_follower f where f.tenant_id = c.tenant_id and f.case_id = c.id and f.left_at is null)
    where c.tenant_id = app.tenant() and c.id = ${caseId}`);
}

/** The raiser of a merged case and its followers follow the one that goes on, unless they raised that one. */
export function bringFollowers(tx: Tx, from: string, into: string, at: Date): Promise<number> {
  return tx.run(sql`
    insert into case_follower as f (tenant_id, id, case_id, account_id, merged_case_id, since)
    select app.tenant(), app.uuid7(), ${into}, who.account_id, ${from}, ${at}
    from (select c.raiser_id as account_id from case_record c where c.tenant_id = app.tenant() and c.id = ${from} and c.raiser_id is not null
      union select old.account_id from case_follower old where old.tenant_id = app.tenant() and old.case_id = ${from} and old.left_at is null) who
    where who.account_id is distinct from (select lead.raiser_id from case_record lead where lead.tenant_id = app.tenant() and lead.id = ${into})
    on conflict (tenant_id, case_id, account_id) do update set since = excluded.since, left_at = null, merged_case_id = excluded.merged_case_id
      where f.left_at is not null`);
}

export function takeFollowersBack(tx: Tx, from: string, into: string, at: Date): Promise<number> {
  return tx.run(sql`update case_follower set left_at = ${at}
    where tenant_id = app.tenant() and case_id = ${into} and merged_case_id = ${from} and left_at is null`);
}

export interface Merger {
  id: string;
  intoId: string;
  stateBefore: CaseState;
  at: string;
}

export function insertMerger(
  tx: Tx,
  merger: { id: string; caseId: string; intoId: string; reason: string; stateBefore: CaseState; at: Date },
): void {
  const { id, caseId, intoId, reason, stateBefore, at } = merger;
  tx.send(sql`insert into case_merger (tenant_id, id, case_id, into_id, reason, state_before, merged_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${intoId}, ${reason}, ${stateBefore}, app.account(), ${at})`);
}

/** The merger that stands, of a merged case. */
export function mergerOf(tx: Tx, caseId: string): Promise<Merger> {
  return tx.one(sql`select id, into_id as "intoId", state_before as "stateBefore", at from case_merger
    where tenant_id = app.tenant() and case_id = ${caseId} and undone_at is null order by at desc limit 1`);
}

export function undoMerger(tx: Tx, id: string, at: Date): void {
  tx.send(
    sql`update case_merger set undone_by = app.account(), undone_at = ${at} where tenant_id = app.tenant() and id = ${id}`,
  );
}
