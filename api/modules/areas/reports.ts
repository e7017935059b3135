import {
  type Area,
  type AreaDetail,
  type AreaHistory,
  type AreaKind,
  type AreaMatches,
  type AreaRef,
  type Areas,
  areasProblems,
  type Located,
  type Succession,
  type Tier,
  tiers,
} from '../../../contract/areas.ts';
import type { Language, Position } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { contains, metresBetween } from '../../kernel/geometry.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import * as queries from './queries.ts';
import { byNaturalName } from './rules.ts';

function areaView(row: queries.AreaRow, language: Language): Area {
  const { id, name, tier, code, labels, parentId, hasChildren, boundary, lon, lat, until } = row;
  const center = lon === null || lat === null ? null : { lon, lat };
  return { id, name, tier, code, kind: labelIn(labels, language), parentId, hasChildren, boundary, center, until };
}

interface AreasAsked {
  parent?: string | undefined;
  tier?: Tier | undefined;
  closed?: string | undefined;
}

export async function areaList(tx: Tx, { parent, tier, closed }: AreasAsked, language: Language): Promise<Areas> {
  const root = tx.context.tenantId;
  const rows = tier
    ? await queries.areasOfTier(tx, tier, parent ?? null)
    : await queries.childrenOf(tx, parent ?? root, closed === 'true');
  return { areas: rows.map((row) => areaView(row, language)).sort((a, b) => byNaturalName(a.name, b.name)) };
}

function successionView({ id, name, tier, kind, at }: queries.SuccessionRow): Succession {
  return { area: { id, name, tier }, kind, at };
}

/** Whoever answers for an area: at the area itself, else at the nearest one above that has somebody. */
async function responsibleFor(
  tx: Tx,
  line: readonly queries.AreaRow[],
  now: Date,
  language: Language,
): Promise<AreaDetail['responsible']> {
  const ids = line.map(({ id }) => id);
  const people = await queries.peopleOf(tx, ids, now);
  const nearest = line.findLast((area) => people.some(({ areaId }) => areaId === area.id));
  if (!nearest) return null;
  const here = people.filter(({ areaId }) => areaId === nearest.id);
  return {
    area: areaRef(nearest),
    people: here.map(({ labels, areaId: _, ...person }) => ({ ...person, roleName: labelIn(labels, language) })),
  };
}

export async function areaDetail(tx: Tx, id: string, now: Date, language: Language): Promise<AreaDetail> {
  const line = await queries.lineOf(tx, id);
  const row = line.at(-1);
  if (!row) throw fail(areasProblems, 'areas.not_found');
  const succession = await queries.successionOf(tx, id);
  const counts = await queries.countsBelow(tx, id);
  const { kindId, phone, since, version, sourceCrs } = row;
  return {
    ...areaView(row, language),
    ...{ kindId, phone, since, version, sourceCrs },
    ancestors: line.slice(0, -1).map(areaRef),
    labels: await queries.labelsOf(tx, id),
    responsible: await responsibleFor(tx, line, now, language),
    counts: Object.fromEntries(counts.map(({ tier, count }) => [tier, count])),
    predecessors: succession.filter(({ before }) => before).map(successionView),
    successors: succession.filter(({ before }) => !before).map(successionView),
  };
}

const mostMatches = 30;

export async function areaMatches(tx: Tx, words: string): Promise<AreaMatches> {
  const found = await queries.areasMatching(tx, words, mostMatches);
  const matches: AreaMatches['matches'] = [];
  for (const one of found) {
    const line = await queries.lineOf(tx, one.id);
    matches.push({ ...one, ancestors: line.slice(1, -1).map(areaRef) });
  }
  return { matches };
}

export async function kindList(tx: Tx, language: Language): Promise<{ kinds: AreaKind[] }> {
  const rows = await queries.kinds(tx);
  return { kinds: rows.map(({ labels, ...kind }) => ({ ...kind, name: labelIn(labels, language) })) };
}

/** What was done to an area, the newest first. */
export async function areaHistory(tx: Tx, id: string): Promise<AreaHistory> {
  if (!(await queries.areaById(tx, id))) throw fail(areasProblems, 'areas.not_found');
  const entries = await queries.eventsOf(tx, id);
  const words = (data: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value ?? '')]));
  return { entries: entries.map(({ data, ...entry }) => ({ ...entry, details: words(data) })) };
}

export function areaRef({ id, name, tier }: AreaRef): AreaRef {
  return { id, name, tier };
}

/** From the street down to the area itself. */
export function ancestorsOf(tx: Tx, id: string): Promise<queries.AreaRow[]> {
  return queries.lineOf(tx, id);
}

/**
 * The area that stands today for one that a record was filed under: itself while it is in use; what it became, by the boundary the record's
 * position lies in, else the part that took the rest; above it where it was closed for good. Undefined where none of them is in use.
 */
export async function areaInUse(
  tx: Tx,
  id: string,
  position: Position | undefined,
): Promise<queries.AreaRow | undefined> {
  let area = await queries.areaById(tx, id);
  while (area?.until) {
    const heirs = await queries.heirsOf(tx, area.id);
    const around = position && heirs.find(({ boundary }) => boundary && contains(boundary, position));
    const heir = around ?? heirs[0];
    area = heir ?? (area.parentId ? await queries.areaById(tx, area.parentId) : undefined);
  }
  return area;
}

const nearbyMetres = 500;
const nearbyDegrees = 0.006;

/** Metres around the middle of a building that nobody drew: half of what a house measures. */
const houseMetres = 20;

/** From the community down to the smallest area under a position. */
async function areasUnder(tx: Tx, position: Position, near: readonly queries.AreaRow[]): Promise<AreaRef[]> {
  const drawn = await queries.drawnAreas(tx, position, nearbyDegrees);
  const around = drawn.filter(({ boundary }) => boundary && contains(boundary, position));
  const smallest = around.toSorted((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))[0];
  if (!smallest) return [];
  const house = smallest.buildingId ? undefined : near.find((one) => !one.boundary && one.gridId === smallest.gridId);
  const line = await queries.lineOf(tx, house?.id ?? smallest.id);
  return line.slice(1).map(areaRef);
}

/** The area under a position, the grid there or the nearest within 500 m, and the ten nearest buildings within 500 m. */
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
  const houses = near.filter((row) => around(row) <= houseMetres).toSorted((a, b) => around(a) - around(b));
  const under = await areasUnder(tx, position, houses);
  return { position, under, grid: grid ? areaRef(grid) : null, buildings };
}
