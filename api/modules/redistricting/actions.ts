import type { z } from 'zod';
import { type AreaRef, areasProblems, type Boundary } from '../../../contract/areas.ts';
import {
  type CloseArea,
  type MergeAreas,
  type MoveArea,
  type Redistricted,
  redistrictingProblems,
  type SplitArea,
} from '../../../contract/redistricting.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { centreOf, piecesOf } from '../../kernel/geometry.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as areas from '../areas/index.ts';
import * as queries from './queries.ts';
import { isDivisible, judgeShares } from './rules.ts';

/** One change of a street's map at a time: each holds the street's own area until it is done. */
async function alone({ tx }: Deed): Promise<void> {
  await areas.lockArea(tx, tx.context.tenantId);
}

async function kindOf({ tx }: Deed, row: areas.AreaRow) {
  const kind = (await areas.kinds(tx)).find(({ id }) => id === row.kindId);
  if (!kind) throw fail(areasProblems, 'areas.unknown_kind');
  return kind;
}

async function parentOf({ tx }: Deed, { parentId }: areas.AreaRow): Promise<areas.AreaRow> {
  const parent = parentId ? await areas.areaById(tx, parentId) : undefined;
  if (!parent) throw fail(areasProblems, 'areas.not_found');
  return parent;
}

/** Moves roles from old areas to a new one, each on the record of its account; gives back how many. */
async function moveGrants(
  { tx, now }: Deed,
  world: World,
  grantIds: readonly string[],
  oldIds: readonly string[],
  areaId: string,
): Promise<number> {
  if (grantIds.length === 0) return 0;
  const moved = await queries.moveGrants(tx, grantIds, oldIds, areaId, now);
  const about = (accountId: string) => ({ subjectKind: 'account', subjectId: accountId, at: now });
  for (const { accountId, grantId, before } of moved) {
    appendEvents(tx, [{ ...about(accountId), verb: 'move_grant', data: { grant: grantId, before, area: areaId } }]);
    tx.afterCommit(() => world.forgetActors(accountId));
  }
  return moved.length;
}

/** What follows when areas have been hung elsewhere: their paths and ancestors, then everything that hangs on them. */
async function settle({ tx }: Deed, rootIds: readonly string[]): Promise<number> {
  await areas.settleSubtrees(tx, rootIds);
  await queries.followLabels(tx, rootIds);
  return queries.followAreas(tx, rootIds);
}

/**
 * One area becomes several. What is below it goes where it is told; open cases go along; the old area is closed and keeps its
 * closed cases and its figures.
 */
export async function splitArea(
  deed: Deed,
  world: World,
  id: string,
  { parts, reason }: z.output<typeof SplitArea>,
  version: number | undefined,
): Promise<Redistricted> {
  const { tx, now } = deed;
  await alone(deed);
  const old = await areas.areaFor(deed, id, version);
  if (!isDivisible(old.tier)) throw fail(redistrictingProblems, 'redistricting.not_divisible');
  const below = await areas.subtreeOf(tx, id);
  const shares = judgeShares(
    id,
    below,
    parts.map(({ areaIds }) => areaIds),
  );
  if ('wrong' in shares) throw fail(redistrictingProblems, 'redistricting.given_twice', { name: shares.wrong });
  if ('leftOver' in shares) {
    const names = shares.leftOver.slice(0, 5).map(({ name }) => name);
    const params = { count: String(shares.leftOver.length), names: names.join('、') };
    throw fail(redistrictingProblems, 'redistricting.left_over', params);
  }
  const [parent, kind] = [await parentOf(deed, old), await kindOf(deed, old)];
  // First of all: a part may keep the name.
  await areas.retireAreas(tx, [id], now);
  const made: AreaRef[] = [];
  for (const part of parts) {
    const area = await areas.insertArea(deed, parent, kind, part);
    made.push(areas.areaRef(area));
    areas.insertSuccession(tx, id, area.id, 'split', now);
    await areas.hangBelow(tx, part.areaIds, area.id);
  }
  const first = made[0]?.id ?? id;
  await queries.refile(tx, [id], first);
  const cases = await settle(
    deed,
    made.map((area) => area.id),
  );
  await queries.followDuties(
    tx,
    [id],
    made.map((area) => area.id),
  );
  let grants = 0;
  for (const [at, part] of parts.entries())
    grants += await moveGrants(deed, world, part.grantIds, [id], made[at]?.id ?? first);
  areas.recordArea(deed, id, 'split', { into: made.map(({ name }) => name).join('、'), reason, cases, grants });
  for (const area of made) areas.recordArea(deed, area.id, 'split_off', { from: old.name, reason });
  return { areas: made, cases, grants };
}

/** Several areas side by side become one; each is closed and keeps its closed cases and its figures. */
export async function mergeAreas(
  deed: Deed,
  world: World,
  { areaIds, moveGrants: withPeople, reason, ...words }: z.output<typeof MergeAreas>,
): Promise<Redistricted> {
  const { tx, now } = deed;
  await alone(deed);
  const ids = [...new Set(areaIds)];
  const old: areas.AreaRow[] = [];
  for (const id of ids) old.push(await areas.areaFor(deed, id, undefined));
  const [one] = old;
  if (!one || old.length < 2 || old.some(({ kindId, parentId }) => kindId !== one.kindId || parentId !== one.parentId))
    throw fail(redistrictingProblems, 'redistricting.not_alike');
  if (!isDivisible(one.tier)) throw fail(redistrictingProblems, 'redistricting.not_divisible');
  const [parent, kind] = [await parentOf(deed, one), await kindOf(deed, one)];
  const below = (await Promise.all(ids.map((id) => areas.childrenOf(tx, id)))).flat();
  await areas.retireAreas(tx, ids, now);
  const area = await areas.insertArea(deed, parent, kind, words, true);
  await areas.hangBelow(
    tx,
    below.map(({ id }) => id),
    area.id,
  );
  for (const { id } of old) areas.insertSuccession(tx, id, area.id, 'merger', now);
  const boundary = joined(old.map((each) => each.boundary));
  if (boundary) await areas.drawBoundary(tx, area.id, boundary, centreOf(boundary), 'WGS-84');
  await queries.refile(tx, ids, area.id);
  const cases = await settle(deed, [area.id]);
  await queries.followDuties(tx, ids, [area.id]);
  const people = withPeople ? (await queries.grantsOn(tx, ids, now)).map(({ id }) => id) : [];
  const grants = await moveGrants(deed, world, people, ids, area.id);
  for (const { id } of old) areas.recordArea(deed, id, 'merge', { into: area.name, reason });
  areas.recordArea(deed, area.id, 'merged_from', {
    from: old.map(({ name }) => name).join('、'),
    reason,
    cases,
    grants,
  });
  return { areas: [areas.areaRef(area)], cases, grants };
}

/** The outlines side by side; none where one of the areas has none. */
function joined(boundaries: readonly (Boundary | null)[]): Boundary | undefined {
  const drawn = boundaries.filter((boundary) => boundary !== null);
  if (drawn.length < boundaries.length) return undefined;
  const pieces = drawn.flatMap((boundary) => piecesOf(boundary).map((piece) => piece.map((ring) => [...ring])));
  return { type: 'MultiPolygon', coordinates: pieces as [number, number][][][] };
}

/** Hangs an area with all below it under another one. */
export async function moveArea(
  deed: Deed,
  world: World,
  id: string,
  { parentId, reason = '' }: MoveArea,
  version: number | undefined,
): Promise<Redistricted> {
  const { tx } = deed;
  await alone(deed);
  const row = await areas.areaFor(deed, id, version);
  demandArrangement(deed, world, row);
  const [from, to] = [await parentOf(deed, row), await areas.areaFor(deed, parentId, undefined)];
  if (from.id === to.id) throw fail(redistrictingProblems, 'redistricting.same_place');
  await areas.kindBelow(deed, row.kindId, to);
  if (await areas.isNameBeside(tx, to.id, row.name, id))
    throw fail(areasProblems, 'areas.name_taken', { name: row.name });
  await areas.hangBelow(tx, [id], to.id);
  const cases = await settle(deed, [id]);
  areas.recordArea(deed, id, 'move', { from: from.name, to: to.name, cases, ...(reason && { reason }) });
  return { areas: [areas.areaRef(row)], cases, grants: 0 };
}

/** Takes an area with all below it out of use; refused while something is under way there. */
export async function closeArea(
  deed: Deed,
  world: World,
  id: string,
  { reason }: CloseArea,
  version: number | undefined,
): Promise<Redistricted> {
  const { tx, now } = deed;
  await alone(deed);
  const row = await areas.areaFor(deed, id, version);
  if (!row.parentId) throw fail(areasProblems, 'areas.not_yours');
  demandArrangement(deed, world, row);
  const open = await queries.openCasesWithin(tx, id);
  if (open > 0) throw fail(redistrictingProblems, 'redistricting.open_cases', { count: String(open) });
  const staff = await queries.staffWithin(tx, id, now);
  if (staff > 0) throw fail(redistrictingProblems, 'redistricting.people_there', { count: String(staff) });
  await areas.closeAreas(tx, [id], now);
  areas.recordArea(deed, id, 'close', { reason });
  return { areas: [areas.areaRef(row)], cases: 0, grants: 0 };
}

/** Grids and what is above them are the street's to move and to close. */
function demandArrangement({ actor }: Deed, world: World, row: areas.AreaRow): void {
  const mine = areas.reachesArea(world.scopeOf(actor, 'area.arrange'), row);
  if (areas.isArrangedByStreet(row.tier) && !mine) throw fail(areasProblems, 'areas.not_yours');
}
