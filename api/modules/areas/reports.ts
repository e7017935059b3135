import {
  type Area,
  type AreaDetail,
  type AreaRef,
  type Areas,
  areasProblems,
  type Located,
  type Tier,
} from '../../../contract/areas.ts';
import type { Language, Position } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import * as queries from './queries.ts';
import { byNaturalName, contains, metresBetween } from './rules.ts';

function areaView(row: queries.AreaRow, language: Language): Area {
  const { id, name, tier, code, labels, parentId, hasChildren, boundary, lon, lat } = row;
  const center = lon === null || lat === null ? null : { lon, lat };
  return { id, name, tier, code, kind: labelIn(labels, language), parentId, hasChildren, boundary, center };
}

export async function areaList(
  tx: Tx,
  parent: string | undefined,
  tier: Tier | undefined,
  language: Language,
): Promise<Areas> {
  const root = tx.context.tenantId;
  const rows = tier
    ? await queries.areasOfTier(tx, tier, parent ?? null)
    : await queries.childrenOf(tx, parent ?? root);
  return { areas: rows.map((row) => areaView(row, language)).sort((a, b) => byNaturalName(a.name, b.name)) };
}

export async function areaDetail(tx: Tx, id: string, language: Language): Promise<AreaDetail> {
  const line = await queries.lineOf(tx, id);
  const row = line.at(-1);
  if (!row) throw fail(areasProblems, 'areas.not_found');
  return { ...areaView(row, language), ancestors: line.slice(0, -1).map(areaRef) };
}

export function areaRef({ id, name, tier }: AreaRef): AreaRef {
  return { id, name, tier };
}

/** From the street down to the area itself. */
export function ancestorsOf(tx: Tx, id: string): Promise<queries.AreaRow[]> {
  return queries.lineOf(tx, id);
}

const nearbyMetres = 500;
const nearbyDegrees = 0.006;

/** The grid at a position, or the nearest within 500 m, and the ten nearest buildings within 500 m. */
export async function locate(tx: Tx, position: Position): Promise<Located> {
  const grids = await queries.areasOfTier(tx, 'grid', null);
  const around = (row: queries.AreaRow) =>
    row.lon === null || row.lat === null
      ? Number.POSITIVE_INFINITY
      : metresBetween(position, { lon: row.lon, lat: row.lat });
  const nearest = grids.toSorted((a, b) => around(a) - around(b))[0];
  const grid =
    grids.find((row) => row.boundary && contains(row.boundary, position)) ??
    (nearest && around(nearest) <= nearbyMetres ? nearest : undefined);
  const near = await queries.buildingsNear(tx, position.lon, position.lat, nearbyDegrees);
  const buildings = near
    .map((row) => ({ ...areaRef(row), metres: Math.round(around(row)) }))
    .filter(({ metres }) => metres <= nearbyMetres)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 10);
  return { grid: grid ? areaRef(grid) : null, buildings };
}
