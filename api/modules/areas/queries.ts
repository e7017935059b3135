import type { Polygon, Tier } from '../../../contract/areas.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface AreaRow {
  id: string;
  parentId: string | null;
  tier: Tier;
  labels: Labels;
  code: string;
  name: string;
  phone: string;
  hasChildren: boolean;
  boundary: Polygon | null;
  lon: number | null;
  lat: number | null;
}

function areaRows(condition: Sql): Sql {
  return sql`
    select a.id, a.parent_id as "parentId", a.tier, k.labels, a.code, a.name, a.phone, a.boundary, a.lon, a.lat,
      exists (select 1 from area b where b.tenant_id = a.tenant_id and b.parent_id = a.id and b.until is null) as "hasChildren"
    from area a join area_kind k on k.tenant_id = a.tenant_id and k.id = a.kind_id
    where a.tenant_id = app.tenant() and ${condition}`;
}

export function areaById(tx: Tx, id: string): Promise<AreaRow | undefined> {
  return tx.maybe(areaRows(sql`a.id = ${id}`));
}

export function areaByCodeOrName(tx: Tx, wanted: string): Promise<AreaRow[]> {
  return tx.many(areaRows(sql`(a.code = ${wanted} or a.name = ${wanted}) and a.until is null`));
}

export function childrenOf(tx: Tx, parentId: string): Promise<AreaRow[]> {
  return tx.many(areaRows(sql`a.parent_id = ${parentId} and a.until is null`));
}

/** Areas of a tier below `parentId`; the whole street's where it is null. */
export function areasOfTier(tx: Tx, tier: Tier, parentId: string | null): Promise<AreaRow[]> {
  const below = parentId
    ? sql`and a.path <@ (select p.path from area p where p.tenant_id = app.tenant() and p.id = ${parentId})`
    : sql``;
  return tx.many(areaRows(sql`a.tier = ${tier} and a.until is null ${below}`));
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
  boundary: Polygon | null;
  lon: number | null;
  lat: number | null;
  phone: string;
}

export function insertAreas(tx: Tx, areas: readonly NewArea[]): Promise<number> {
  return tx.run(sql`
    insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, place_name, path, community_id, grid_id, micro_grid_id, building_id,
      boundary, lon, lat, phone)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as j (id uuid, "parentId" uuid, "kindId" uuid, tier text,
      code text, name text, "placeName" text, path ltree, "communityId" uuid, "gridId" uuid, "microGridId" uuid, "buildingId" uuid, boundary jsonb,
      lon double precision, lat double precision, phone text)`);
}
