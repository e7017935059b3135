import { uuidv7 } from 'uuidv7';
import type { AreaLabel, AreaRef, Boundary, CoordinateSystem, Tier } from '../../../contract/areas.ts';
import type { Position } from '../../../contract/wire.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface AreaRow {
  id: string;
  parentId: string | null;
  tier: Tier;
  kindId: string;
  labels: Labels;
  code: string;
  name: string;
  phone: string;
  hasChildren: boolean;
  boundary: Boundary | null;
  lon: number | null;
  lat: number | null;
  communityId: string | null;
  gridId: string | null;
  microGridId: string | null;
  buildingId: string | null;
  sourceCrs: CoordinateSystem;
  since: string;
  until: string | null;
  version: number;
}

function areaRows(condition: Sql): Sql {
  return sql`
    select a.id, a.parent_id as "parentId", a.tier, a.kind_id as "kindId", k.labels, a.code, a.name, a.phone, a.boundary, a.lon, a.lat,
      a.community_id as "communityId", a.grid_id as "gridId", a.micro_grid_id as "microGridId", a.building_id as "buildingId",
      a.source_crs as "sourceCrs", a.since, a.until, a.version,
      exists (select 1 from area b where b.tenant_id = a.tenant_id and b.parent_id = a.id and b.until is null) as "hasChildren"
    from area a join area_kind k on k.tenant_id = a.tenant_id and k.id = a.kind_id
    where a.tenant_id = app.tenant() and ${condition}`;
}

export function areaById(tx: Tx, id: string): Promise<AreaRow | undefined> {
  return tx.maybe(areaRows(sql`a.id = ${id}`));
}

/** The area, locked until the verb is done: two who change one area, or add to it, come one after the other. */
export function lockArea(tx: Tx, id: string): Promise<AreaRow | undefined> {
  return tx.maybe(sql`${areaRows(sql`a.id = ${id}`)} for update of a`);
}

export function areasById(tx: Tx, ids: readonly string[]): Promise<AreaRow[]> {
  return tx.many(areaRows(sql`a.id = any (${ids}::uuid[])`));
}

export function areaByCodeOrName(tx: Tx, wanted: string): Promise<AreaRow[]> {
  return tx.many(areaRows(sql`(a.code = ${wanted} or a.name = ${wanted}) and a.until is null`));
}

export function childrenOf(tx: Tx, parentId: string, closedToo = false): Promise<AreaRow[]> {
  const inUse = closedToo ? sql`` : sql`and a.until is null`;
  return tx.many(areaRows(sql`a.parent_id = ${parentId} ${inUse}`));
}

/** Areas of a tier below `parentId`; the whole street's where it is null. */
export function areasOfTier(tx: Tx, tier: Tier, parentId: string | null): Promise<AreaRow[]> {
  const below = parentId
    ? sql`and a.path <@ (select p.path from area p where p.tenant_id = app.tenant() and p.id = ${parentId})`
    : sql``;
  return tx.many(areaRows(sql`a.tier = ${tier} and a.until is null ${below}`));
}

/** Everything in use below an area, the area itself included, in the order of the tree's paths. */
export function subtreeOf(tx: Tx, id: string): Promise<AreaRow[]> {
  return tx.many(
    sql`${areaRows(sql`a.until is null and a.path <@ (select p.path from area p where p.tenant_id = app.tenant() and p.id = ${id})`)} order by a.path`,
  );
}

/** From the street down to the area itself. */
export function lineOf(tx: Tx, id: string): Promise<AreaRow[]> {
  return tx.many(sql`
    with recursive line as (
      select a.tenant_id, a.id, a.parent_id, 0 as depth from area a where a.tenant_id = app.tenant() and a.id = ${id}
      union all
      select p.tenant_id, p.id, p.parent_id, line.depth + 1 from line join area p on p.tenant_id = line.tenant_id and p.id = line.parent_id)
    select rows.* from line join (${areaRows(sql`true`)}) rows on rows.id = line.id order by line.depth desc`);
}

export function buildingsNear(tx: Tx, lon: number, lat: number, degrees: number): Promise<AreaRow[]> {
  return tx.many(
    areaRows(sql`a.tier = 'building' and a.until is null and a.lon between ${lon - degrees} and ${lon + degrees}
      and a.lat between ${lat - degrees} and ${lat + degrees}`),
  );
}

/** Areas in use below the street that have a boundary; of buildings those close by. */
export function drawnAreas(tx: Tx, { lon, lat }: Position, degrees: number): Promise<AreaRow[]> {
  const near = sql`a.lon between ${lon - degrees} and ${lon + degrees} and a.lat between ${lat - degrees} and ${lat + degrees}`;
  return tx.many(
    sql`${areaRows(sql`a.boundary is not null and a.until is null and a.tier <> 'street' and (a.tier in ('community', 'grid', 'micro_grid') or ${near})`)} order by a.code`,
  );
}

/** Areas in use whose name, written place or code holds the words, the wider ones first. */
export function areasMatching(tx: Tx, words: string, limit: number): Promise<(AreaRef & { code: string })[]> {
  return tx.many(sql`
    select a.id, a.name, a.tier, a.code from area a
    where a.tenant_id = app.tenant() and a.until is null
      and (position(${words} in a.name) > 0 or position(${words} in a.place_name) > 0 or position(upper(${words}) in upper(a.code)) > 0)
    order by a.name <> ${words}, nlevel(a.path), length(a.code), a.code limit ${limit}`);
}

export interface KindRow {
  id: string;
  code: string;
  tier: Tier;
  labels: Labels;
}

export function kinds(tx: Tx): Promise<KindRow[]> {
  return tx.many(sql`select id, code, tier, labels from area_kind where tenant_id = app.tenant() order by code`);
}

/** Codes that begin with a prefix, of closed areas too: none of them is given again. */
export async function codesFrom(tx: Tx, prefix: string): Promise<string[]> {
  const rows = await tx.many<{ code: string }>(
    sql`select code from area where tenant_id = app.tenant() and starts_with(code, ${prefix})`,
  );
  return rows.map(({ code }) => code);
}

export async function isCodeUsed(tx: Tx, code: string): Promise<boolean> {
  return (await tx.run(sql`select 1 from area where tenant_id = app.tenant() and code = ${code}`)) > 0;
}

export async function isNameBeside(tx: Tx, parentId: string, name: string, but: string | null): Promise<boolean> {
  const found = await tx.run(sql`select 1 from area
    where tenant_id = app.tenant() and parent_id = ${parentId} and name = ${name} and until is null and id is distinct from ${but}`);
  return found > 0;
}

export interface NewArea {
  id: string;
  parentId: string | null;
  kindId: string;
  tier: Tier;
  code: string;
  name: string;
  /** 2号楼4单元 */
  placeName: string;
  path: string;
  communityId: string | null;
  gridId: string | null;
  microGridId: string | null;
  buildingId: string | null;
  boundary: Boundary | null;
  lon: number | null;
  lat: number | null;
  phone: string;
  /** In use from now on when left out. */
  since?: Date;
}

export function insertAreas(tx: Tx, areas: readonly NewArea[]): Promise<number> {
  return tx.run(sql`
    insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, place_name, path, community_id, grid_id, micro_grid_id, building_id,
      boundary, lon, lat, phone, since)
    select app.tenant(), j.id, j."parentId", j."kindId", j.tier, j.code, j.name, j."placeName", j.path, j."communityId", j."gridId", j."microGridId",
      j."buildingId", j.boundary, j.lon, j.lat, j.phone, coalesce(j.since, now())
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as j (id uuid, "parentId" uuid, "kindId" uuid, tier text,
      code text, name text, "placeName" text, path ltree, "communityId" uuid, "gridId" uuid, "microGridId" uuid, "buildingId" uuid, boundary jsonb,
      lon double precision, lat double precision, phone text, since timestamptz)`);
}

export function editArea(tx: Tx, id: string, name: string, phone: string): Promise<number> {
  return tx.run(
    sql`update area set name = ${name}, phone = ${phone}, version = version + 1 where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** Hangs areas below another parent; what follows from that for them and all below is `settleSubtrees`. */
export function hangBelow(tx: Tx, ids: readonly string[], parentId: string): Promise<number> {
  return tx.run(
    sql`update area set parent_id = ${parentId}, version = version + 1 where tenant_id = app.tenant() and id = any (${ids}::uuid[])`,
  );
}

/** Works out path, ancestors and written place of areas and all below them anew from their parents; gives back how many areas those are. */
export function settleSubtrees(tx: Tx, roots: readonly string[]): Promise<number> {
  return tx.run(sql`
    with recursive tree as (
      select a.id, a.tier, a.name, p.path || replace(a.id::text, '-', '')::ltree as path,
        case a.tier when 'community' then a.id else p.community_id end as community_id,
        case a.tier when 'grid' then a.id else p.grid_id end as grid_id,
        case a.tier when 'micro_grid' then a.id else p.micro_grid_id end as micro_grid_id,
        case a.tier when 'building' then a.id else p.building_id end as building_id,
        case when a.tier = 'building' then a.name when a.tier in ('unit', 'dwelling') then p.place_name || a.name else '' end as place_name
      from area a join area p on p.tenant_id = a.tenant_id and p.id = a.parent_id
      where a.tenant_id = app.tenant() and a.id = any (${roots}::uuid[])
      union all
      select c.id, c.tier, c.name, t.path || replace(c.id::text, '-', '')::ltree,
        case c.tier when 'community' then c.id else t.community_id end,
        case c.tier when 'grid' then c.id else t.grid_id end,
        case c.tier when 'micro_grid' then c.id else t.micro_grid_id end,
        case c.tier when 'building' then c.id else t.building_id end,
        case when c.tier = 'building' then c.name when c.tier in ('unit', 'dwelling') then t.place_name || c.name else '' end
      from tree t join area c on c.tenant_id = app.tenant() and c.parent_id = t.id)
    update area a set path = t.path, community_id = t.community_id, grid_id = t.grid_id, micro_grid_id = t.micro_grid_id,
      building_id = t.building_id, place_name = t.place_name
    from tree t where a.tenant_id = app.tenant() and a.id = t.id`);
}

/** Closes areas and everything in use below them. */
export function closeAreas(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  return tx.run(sql`
    update area a set until = ${at}, version = a.version + 1 where a.tenant_id = app.tenant() and a.until is null
      and exists (select 1 from area r where r.tenant_id = a.tenant_id and r.id = any (${ids}::uuid[]) and a.path <@ r.path)`);
}

/** Closes exactly these areas: what was below them has been hung elsewhere, or is about to be. */
export function retireAreas(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  return tx.run(
    sql`update area set until = ${at}, version = version + 1 where tenant_id = app.tenant() and id = any (${ids}::uuid[])`,
  );
}

export function insertSuccession(
  tx: Tx,
  predecessorId: string,
  successorId: string,
  kind: 'split' | 'merger',
  at: Date,
): void {
  tx.send(sql`insert into area_succession (tenant_id, id, predecessor_id, successor_id, kind, at)
    values (app.tenant(), ${uuidv7()}, ${predecessorId}, ${successorId}, ${kind}, ${at})`);
}

export function drawBoundary(
  tx: Tx,
  id: string,
  boundary: Boundary | null,
  center: Position | null,
  crs: CoordinateSystem,
): Promise<number> {
  const drawn = boundary ? JSON.stringify(boundary) : null;
  return tx.run(sql`update area set boundary = ${drawn}::jsonb, lon = coalesce(${center?.lon ?? null}, lon), lat = coalesce(${center?.lat ?? null}, lat),
    source_crs = ${crs}, version = version + 1 where tenant_id = app.tenant() and id = ${id}`);
}

export interface LabelRow {
  kind: 'estate' | 'residents_group';
  name: string;
  estateType: string | null;
}

export function labelsOf(tx: Tx, areaId: string): Promise<LabelRow[]> {
  return tx.many(sql`select l.kind, l.name, l.estate_type as "estateType"
    from area_label_member m join area_label l on l.tenant_id = m.tenant_id and l.id = m.label_id
    where m.tenant_id = app.tenant() and m.area_id = ${areaId} order by l.kind, l.name`);
}

/** Puts exactly these labels on an area; the estate's type is the estate's, wherever it is given. */
export async function putLabels(
  tx: Tx,
  areaId: string,
  communityId: string,
  labels: readonly AreaLabel[],
): Promise<void> {
  const wanted = JSON.stringify(labels.map((label) => ({ id: uuidv7(), ...label })));
  await tx.run(sql`
    insert into area_label (tenant_id, id, kind, name, community_id, estate_type)
    select app.tenant(), j.id, j.kind, j.name, ${communityId}, j."estateType"
    from jsonb_to_recordset(${wanted}::jsonb) as j (id uuid, kind text, name text, "estateType" text)
    on conflict (tenant_id, community_id, kind, name) do update set estate_type = coalesce(excluded.estate_type, area_label.estate_type)`);
  await tx.run(sql`delete from area_label_member where tenant_id = app.tenant() and area_id = ${areaId}`);
  await tx.run(sql`
    insert into area_label_member (tenant_id, id, label_id, area_id)
    select l.tenant_id, app.uuid7(), l.id, ${areaId} from area_label l
      join jsonb_to_recordset(${wanted}::jsonb) as j (kind text, name text) on j.kind = l.kind and j.name = l.name
    where l.tenant_id = app.tenant() and l.community_id = ${communityId}`);
}

export interface ResponsibleRow {
  areaId: string;
  id: string;
  grantId: string;
  name: string;
  labels: Labels;
  organization: string | null;
  since: string;
}

/** Whoever works for one of the areas by a role in force there; handlers work for their body, residents for nobody. */
export function peopleOf(tx: Tx, areaIds: readonly string[], now: Date): Promise<ResponsibleRow[]> {
  return tx.many(sql`
    select g.area_id as "areaId", acc.id, g.id as "grantId", acc.name, r.labels, o.name as organization, g.since
    from role_grant g
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id and r.role_set in ('grid_worker', 'community_staff', 'street_officer')
      join account acc on acc.tenant_id = g.tenant_id and acc.id = g.account_id and acc.disabled_at is null
      left join organization o on o.tenant_id = g.tenant_id and o.id = g.organization_id
    where g.tenant_id = app.tenant() and g.area_id = any (${areaIds}::uuid[]) and g.since <= ${now} and (g.until is null or g.until > ${now})
    order by g.since, g.id`);
}

export function countsBelow(tx: Tx, id: string): Promise<{ tier: Tier; count: number }[]> {
  return tx.many(sql`
    select a.tier, count(*) as count from area a
    where a.tenant_id = app.tenant() and a.until is null and a.id <> ${id}
      and a.path <@ (select p.path from area p where p.tenant_id = app.tenant() and p.id = ${id})
    group by a.tier`);
}

export interface SuccessionRow extends AreaRef {
  kind: 'split' | 'merger';
  at: string;
  before: boolean;
}

/** What an area came out of (`before`) and what it became. */
export function successionOf(tx: Tx, id: string): Promise<SuccessionRow[]> {
  return tx.many(sql`
    select a.id, a.name, a.tier, s.kind, s.at, s.successor_id = ${id} as before
    from area_succession s join area a on a.tenant_id = s.tenant_id
      and a.id = case when s.successor_id = ${id} then s.predecessor_id else s.successor_id end
    where s.tenant_id = app.tenant() and (s.successor_id = ${id} or s.predecessor_id = ${id}) order by s.at, a.code`);
}

/** What an area became, the part that took the rest of it first; nothing while it is in use or where it was closed for good. */
export function heirsOf(tx: Tx, id: string): Promise<AreaRow[]> {
  return tx.many(sql`
    select heir.* from area_succession s join (${areaRows(sql`true`)}) heir on heir.id = s.successor_id
    where s.tenant_id = app.tenant() and s.predecessor_id = ${id} order by s.id`);
}

export interface Predecessor extends AreaRef {
  until: string | null;
  /** Others came out of it too: its figures stand with each of them. */
  shared: boolean;
}

/** Everything an area came out of, however long ago. */
export function predecessorsOf(tx: Tx, id: string): Promise<Predecessor[]> {
  return tx.many(sql`
    with recursive past as (
      select s.predecessor_id as id from area_succession s where s.tenant_id = app.tenant() and s.successor_id = ${id}
      union
      select s.predecessor_id from past join area_succession s on s.tenant_id = app.tenant() and s.successor_id = past.id)
    select a.id, a.name, a.tier, a.until,
      (select count(*) > 1 from area_succession s where s.tenant_id = a.tenant_id and s.predecessor_id = a.id) as shared
    from past join area a on a.tenant_id = app.tenant() and a.id = past.id order by a.until, a.code`);
}

export interface AreaEventRow {
  id: string;
  verb: string;
  at: string;
  actor: string | null;
  data: Record<string, unknown>;
}

export function eventsOf(tx: Tx, id: string): Promise<AreaEventRow[]> {
  return tx.many(sql`
    select e.id, e.verb, e.at, acc.name as actor, e.data
    from event e left join account acc on acc.tenant_id = e.tenant_id and acc.id = e.actor_id
    where e.tenant_id = app.tenant() and e.subject_id = ${id} and e.subject_kind = 'area' order by e.seq desc limit 200`);
}
