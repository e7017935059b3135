import { uuidv7 } from 'uuidv7';
import {
  type AddCategory,
  type CategoryNames,
  type CategoryNode,
  categoriesProblems,
  type EditCategory,
  type PlaceCategory,
} from '../../../contract/categories.ts';
import { deadlinesProblems } from '../../../contract/deadlines.ts';
import { appendEvent } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import type { World } from '../../kernel/world.ts';
import * as queries from './queries.ts';
import { nodeOf } from './reports.ts';
import { inOrder, isNameTaken, nextCode, placed, treeFrom } from './rules.ts';

/** A name as it is kept: the traditional form follows; without an English one readers of English see the Chinese. */
export function labelsFrom({ 'zh-Hans': name, en }: CategoryNames): Labels {
  return { 'zh-Hans': name, 'zh-Hant': toTraditional(name), ...(en ? { en } : {}) };
}

interface Found {
  all: queries.NodeRow[];
  one: queries.NodeRow;
}

/** The tree, locked until the verb is done, and the one in it that the verb is about. */
async function found({ tx }: Deed, id: string, version: number | undefined): Promise<Found> {
  await queries.lockTree(tx);
  const all = await queries.nodes(tx);
  const one = all.find((node) => node.id === id);
  if (!one) throw fail(categoriesProblems, 'categories.not_found');
  if (version !== one.version) throw fail(kernelProblems, 'request.precondition_failed');
  return { all, one };
}

function demandParent(all: readonly queries.NodeRow[], id: string | null): queries.NodeRow | undefined {
  if (id === null) return undefined;
  const parent = all.find((node) => node.id === id);
  if (!parent) throw fail(categoriesProblems, 'categories.unknown_place');
  if (parent.ended) throw fail(categoriesProblems, 'categories.parent_ended');
  return parent;
}

async function demandSense(tx: Tx, { danger, callFirst, deadlineClassId }: EditCategory): Promise<void> {
  if (callFirst !== null && !danger) throw fail(categoriesProblems, 'categories.number_without_danger');
  if (!(await queries.isDeadlineClass(tx, deadlineClassId))) throw fail(deadlinesProblems, 'deadlines.unknown_class');
}

function recorded({ tx, now }: Deed, id: string, verb: string, data: Record<string, unknown> = {}): void {
  appendEvent(tx, { subjectKind: 'case_category', subjectId: id, verb, at: now, data });
}

export async function addCategory(deed: Deed, world: World, words: AddCategory): Promise<CategoryNode> {
  const { tx } = deed;
  await queries.lockTree(tx);
  const all = await queries.nodes(tx);
  const { names, parentId, ...said } = words;
  const parent = demandParent(all, parentId);
  await demandSense(tx, words);
  if (isNameTaken(all, parentId, names['zh-Hans'])) throw fail(categoriesProblems, 'categories.name_taken');
  const id = uuidv7();
  const code = nextCode(new Set(all.map((one) => one.code)), parent?.code);
  await queries.insertNodes(tx, [{ ...said, id, parentId, code, labels: labelsFrom(names), position: all.length + 1 }]);
  await queries.orderNodes(
    tx,
    inOrder([...all, { id, parentId, code, name: names['zh-Hans'], ended: false }]).map((one) => one.id),
  );
  recorded(deed, id, 'add', { name: names['zh-Hans'], parent: parentId, code });
  return nodeOf(deed, world, id);
}

/** Holds for cases raised or sorted from now on; a name is the same category's everywhere. */
export async function editCategory(
  deed: Deed,
  world: World,
  id: string,
  words: EditCategory,
  version: number | undefined,
): Promise<CategoryNode> {
  const { all, one } = await found(deed, id, version);
  const { names, ...said } = words;
  await demandSense(deed.tx, words);
  if (!one.ended && isNameTaken(all, one.parentId, names['zh-Hans'], id))
    throw fail(categoriesProblems, 'categories.name_taken');
  await queries.updateNode(deed.tx, id, labelsFrom(names), said);
  recorded(deed, id, 'edit', { before: one.name, name: names['zh-Hans'], ...said });
  return nodeOf(deed, world, id);
}

/** Puts a category with all under it under another one or among those beside it. */
export async function placeCategory(
  deed: Deed,
  world: World,
  id: string,
  { parentId, beforeId }: PlaceCategory,
  version: number | undefined,
): Promise<CategoryNode> {
  const { all, one } = await found(deed, id, version);
  if (treeFrom(all, id).some((below) => below.id === parentId))
    throw fail(categoriesProblems, 'categories.below_itself');
  if (parentId !== one.parentId) demandParent(all, parentId);
  const before = beforeId === null ? undefined : all.find((node) => node.id === beforeId);
  if (beforeId !== null && (beforeId === id || before?.parentId !== parentId))
    throw fail(categoriesProblems, 'categories.unknown_place');
  if (!one.ended && isNameTaken(all, parentId, one.name, id)) throw fail(categoriesProblems, 'categories.name_taken');
  await queries.hangNode(deed.tx, id, parentId);
  await queries.orderNodes(
    deed.tx,
    placed(all, id, parentId, beforeId).map((node) => node.id),
  );
  recorded(deed, id, 'place', { from: one.parentId, to: parentId, before: beforeId });
  return nodeOf(deed, world, id);
}

/** No longer offered, with all under it; the cases that have it keep it. */
export async function endCategory(
  deed: Deed,
  world: World,
  id: string,
  version: number | undefined,
): Promise<CategoryNode> {
  const { all, one } = await found(deed, id, version);
  if (one.ended) throw fail(categoriesProblems, 'categories.ended');
  const ending = treeFrom(all, id).filter(({ ended }) => !ended);
  await queries.endNodes(
    deed.tx,
    ending.map((node) => node.id),
    deed.now,
  );
  for (const node of ending) recorded(deed, node.id, 'end', node.id === id ? {} : { with: id });
  return nodeOf(deed, world, id);
}

/** Offered again, with what was ended together with it. */
export async function reinstateCategory(
  deed: Deed,
  world: World,
  id: string,
  version: number | undefined,
): Promise<CategoryNode> {
  const { all, one } = await found(deed, id, version);
  if (!one.ended) throw fail(categoriesProblems, 'categories.in_use');
  demandParent(all, one.parentId);
  if (isNameTaken(all, one.parentId, one.name, id)) throw fail(categoriesProblems, 'categories.name_taken');
  const returning = treeFrom(all, id).filter(({ endedAt }) => endedAt === one.endedAt);
  await queries.reinstateNodes(
    deed.tx,
    returning.map((node) => node.id),
  );
  for (const node of returning) recorded(deed, node.id, 'reinstate', node.id === id ? {} : { with: id });
  return nodeOf(deed, world, id);
}
