import bundle from 'gcoord';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import {
  type AddArea,
  type AreaRef,
  areasProblems,
  type Boundary,
  boundaryFaults,
  type CoordinateSystem,
  type DrawBoundary,
  type DrawnBoundary,
  type EditArea,
  type Tier,
} from '../../../contract/areas.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { boundaryFault, centreOf, overlaps, piecesOf, reachesOut } from '../../kernel/geometry.ts';
import { type Labels, labelIn } from '../../kernel/language.ts';
import { covers, type Scope } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import type { AreaRow, NewArea } from './queries.ts';
import * as queries from './queries.ts';
import { codeFrame, isArrangedByStreet, isBelow, nextCode, numberedBy, pathLabel } from './rules.ts';

// Node loads the CommonJS build, whose default is the whole; its types describe the ES build.
const gcoord = bundle as unknown as typeof bundle.default;

/** Whether a permission reaches an area. */
export function reachesArea(scope: Scope, { communityId, gridId, microGridId, buildingId }: AreaRow): boolean {
  return covers(scope, { raiserId: null, handlerOrganizationId: null, communityId, gridId, microGridId, buildingId });
}

/** Finds an area in use for a verb, locked: not there, then not yours, then not as it was read. */
export async function areaFor({ tx, scope }: Deed, id: string, version: number | undefined): Promise<AreaRow> {
  const row = await queries.lockArea(tx, id);
  if (!row) throw fail(areasProblems, 'areas.not_found');
  if (!reachesArea(scope, row)) throw fail(areasProblems, 'areas.not_yours');
  if (row.until) throw fail(areasProblems, 'areas.closed');
  if (version !== undefined && version !== row.version) throw fail(kernelProblems, 'request.precondition_failed');
  return row;
}

export function recordArea(
  { tx, now }: Pick<Deed, 'tx' | 'now'>,
  id: string,
  verb: string,
  data: Record<string, unknown>,
): void {
  appendEvent(tx, { subjectKind: 'area', subjectId: id, verb, at: now, data });
}

/** The kind, if an area of it may stand below the parent. */
export async function kindBelow({ tx, language }: Deed, kindId: string, parent: { tier: Tier; labels: Labels }) {
  const kind = (await queries.kinds(tx)).find(({ id }) => id === kindId);
  if (!kind) throw fail(areasProblems, 'areas.unknown_kind');
  if (!isBelow(kind.tier, parent.tier)) {
    const words = { kind: labelIn(kind.labels, language), parent: labelIn(parent.labels, language) };
    throw fail(areasProblems, 'areas.wrong_level', words);
  }
  return kind;
}

/** The code the rules propose for a new area; the area that numbers it is locked, so that two get two numbers. */
export async function proposedCode(
  { tx }: Pick<Deed, 'tx'>,
  parent: AreaRow,
  kind: { code: string; tier: Tier },
  name: string,
  merged = false,
): Promise<string> {
  const by = numberedBy(kind.tier);
  const numbering =
    by === 'parent' || parent.tier === by
      ? parent
      : await queries.lockArea(tx, parent.communityId ?? tx.context.tenantId);
  const frame = codeFrame(kind.tier, kind.code, numbering?.code ?? parent.code, merged);
  const code = frame && nextCode(frame, await queries.codesFrom(tx, frame.prefix), name);
  if (!code) throw fail(areasProblems, 'areas.codes_used_up');
  return code;
}

/** A new area below a parent; its path and written place follow from the tree (`settleSubtrees`). */
function belowParent(parent: AreaRow, one: Pick<NewArea, 'kindId' | 'tier' | 'code' | 'name' | 'phone'>): NewArea {
  const id = uuidv7();
  const { communityId, gridId, microGridId, buildingId } = parent;
  const line = { communityId, gridId, microGridId, buildingId };
  if (one.tier === 'community') line.communityId = id;
  if (one.tier === 'grid') line.gridId = id;
  if (one.tier === 'micro_grid') line.microGridId = id;
  if (one.tier === 'building') line.buildingId = id;
  const place = { path: pathLabel(id), placeName: '', boundary: null, lon: null, lat: null };
  return { id, parentId: parent.id, ...one, ...line, ...place };
}

/** Adds an area below another; gives back its id. Grids and above are the street's to add. */
export async function addArea(deed: Deed, world: World, words: AddArea): Promise<string> {
  const { actor } = deed;
  const parent = await areaFor(deed, words.parentId, undefined);
  const kind = await kindBelow(deed, words.kindId, parent);
  if (isArrangedByStreet(kind.tier) && !reachesArea(world.scopeOf(actor, 'area.arrange'), parent))
    throw fail(areasProblems, 'areas.not_yours');
  return (await insertArea(deed, parent, kind, words)).id;
}

export async function insertArea(
  deed: Deed,
  parent: AreaRow,
  kind: { id: string; code: string; tier: Tier },
  { name, code, phone = '' }: Pick<AddArea, 'name' | 'code' | 'phone'>,
  merged = false,
): Promise<NewArea> {
  const { tx, now } = deed;
  if (await queries.isNameBeside(tx, parent.id, name, null)) throw fail(areasProblems, 'areas.name_taken', { name });
  if (code && (await queries.isCodeUsed(tx, code))) throw fail(areasProblems, 'areas.code_taken', { code });
  const given = code ?? (await proposedCode(deed, parent, kind, name, merged));
  const own = { kindId: kind.id, tier: kind.tier, code: given, name, phone };
  const area = belowParent(parent, own);
  await queries.insertAreas(tx, [{ ...area, since: now }]);
  await queries.settleSubtrees(tx, [area.id]);
  recordArea(deed, area.id, 'add', { name, code: given });
  return area;
}

/** Renames, and puts labels on; where a place is written with the name of a building, it is written anew. */
export async function editArea(
  deed: Deed,
  world: World,
  id: string,
  edit: z.output<typeof EditArea>,
  version: number | undefined,
): Promise<void> {
  const { tx, actor } = deed;
  const row = await areaFor(deed, id, version);
  const { name = row.name, phone = row.phone, labels } = edit;
  // What a community calls itself is the street's to say.
  const ofStreet = row.tier === 'street' || row.tier === 'community';
  if (ofStreet && name !== row.name && !reachesArea(world.scopeOf(actor, 'area.arrange'), row))
    throw fail(areasProblems, 'areas.not_yours');
  if (name !== row.name && row.parentId && (await queries.isNameBeside(tx, row.parentId, name, id)))
    throw fail(areasProblems, 'areas.name_taken', { name });
  await queries.editArea(tx, id, name, phone);
  if (name !== row.name) {
    await queries.settleSubtrees(tx, [id]);
    recordArea(deed, id, 'rename', { before: row.name, after: name });
  }
  if (phone !== row.phone) recordArea(deed, id, 'edit', { phone });
  if (!labels) return;
  if (!row.communityId) throw fail(areasProblems, 'areas.not_yours');
  const before = (await queries.labelsOf(tx, id)).map((label) => label.name);
  await queries.putLabels(tx, id, row.communityId, labels);
  recordArea(deed, id, 'label', { before: before.join('、'), after: labels.map((label) => label.name).join('、') });
}

/** Metres that hand-drawn neighbours may stand over each other before anybody is told. */
const forgiven = 15;

function toWgs84(boundary: Boundary, crs: CoordinateSystem): Boundary {
  if (crs === 'WGS-84') return boundary;
  const from = crs === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09;
  const point = ([lon, lat]: readonly [number, number]): [number, number] => {
    const [x, y] = gcoord.transform([lon, lat], from, gcoord.WGS84) as [number, number];
    return [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7];
  };
  const pieces = piecesOf(boundary).map((rings) => rings.map((ring) => ring.map(point)));
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: pieces[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: pieces };
}

/** Keeps a boundary in WGS-84, whatever it was drawn in; what is unusual is kept and said. */
export async function drawBoundary(
  deed: Deed,
  id: string,
  { boundary, crs }: z.output<typeof DrawBoundary>,
  version: number | undefined,
): Promise<DrawnBoundary> {
  const { tx } = deed;
  const row = await areaFor(deed, id, version);
  const fault = boundary ? boundaryFault(boundary) : undefined;
  if (fault) {
    const why = boundaryFaults[fault][deed.language === 'en' ? 'en' : 'zh-Hans'];
    throw fail(areasProblems, 'areas.broken_boundary', { why }, { fields: [{ path: 'boundary', message: why }] });
  }
  const kept = boundary ? toWgs84(boundary, crs) : null;
  await queries.drawBoundary(tx, id, kept, kept ? centreOf(kept) : null, crs);
  const points = kept
    ? piecesOf(kept)
        .flat()
        .reduce((sum, ring) => sum + ring.length - 1, 0)
    : 0;
  recordArea(deed, id, 'draw', { points, crs });
  return { version: row.version + 1, boundary: kept, warnings: kept ? await unusual(deed, row, kept) : [] };
}

async function unusual({ tx }: Deed, row: AreaRow, kept: Boundary): Promise<DrawnBoundary['warnings']> {
  const ref = ({ id, name, tier }: AreaRef) => ({ id, name, tier });
  if (!row.parentId) return [];
  const parent = await queries.areaById(tx, row.parentId);
  const beside = (await queries.childrenOf(tx, row.parentId)).filter(({ id }) => id !== row.id);
  const outside = parent?.boundary && reachesOut(kept, parent.boundary, forgiven) ? [ref(parent)] : [];
  const over = beside.filter((one) => one.boundary && overlaps(kept, one.boundary, forgiven)).map(ref);
  return [
    ...outside.map((area) => ({ code: 'outside_parent' as const, area })),
    ...over.map((area) => ({ code: 'overlaps_sibling' as const, area })),
  ];
}
