import {
  type CategoryNode,
  type CategoryTree,
  categoriesProblems,
  categorySheetWords,
} from '../../../contract/categories.ts';
import type { Language } from '../../../contract/wire.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { reachCondition, reachesNothing } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';
import { writeRows } from '../../kernel/spreadsheet-writer.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import type { World } from '../../kernel/world.ts';
import * as queries from './queries.ts';
import { countedUp, inOrder } from './rules.ts';

type Reading = Pick<Deed, 'tx' | 'actor' | 'language'>;

function nodeView(row: queries.NodeRow, openCases: number, language: Language): CategoryNode {
  const { id, parentId, code, labels, danger, callFirst, shared, deadlineClassId, endedAt, version } = row;
  return {
    ...{ id, parentId, code, danger, callFirst, shared, endedAt, version, openCases },
    name: labelIn(labels, language),
    names: { 'zh-Hans': labels['zh-Hans'] ?? '', en: labels.en ?? null },
    deadlineClass: { id: deadlineClassId, name: labelIn(row.deadlineClassLabels, language) },
  };
}

/** Open cases are counted within the reader's reach, where each figure opens; who keeps the tree is told of all that a change touches. */
export async function treeView({ tx, actor, language }: Reading, world: World): Promise<CategoryTree> {
  const rows = inOrder(await queries.nodes(tx));
  const keeps = !reachesNothing(world.scopeOf(actor, 'category.write'));
  const within = keeps ? sql`true` : reachCondition(world.scopeOf(actor, 'case.read'));
  const open = await queries.openCases(tx, within);
  const sums = countedUp(rows, new Map(open.map(({ id, count }) => [id, count])));
  return { nodes: rows.map((row) => nodeView(row, sums.get(row.id) ?? 0, language)) };
}

export async function nodeOf(reading: Reading, world: World, id: string): Promise<CategoryNode> {
  const found = (await treeView(reading, world)).nodes.find((node) => node.id === id);
  if (!found) throw fail(categoriesProblems, 'categories.not_found');
  return found;
}

const shownLevels = 3;

/** Writes what is offered as a workbook, a column for each level and a row for each category that nothing stands under; gives back how many rows. */
export async function exportTree(tx: Tx, file: string, language: Language): Promise<number> {
  const words = categorySheetWords[language === 'en' ? 'en' : 'zh-Hans'];
  const written = (text: string) => (language === 'zh-Hant' ? toTraditional(text) : text);
  const rows = inOrder((await queries.nodes(tx)).filter(({ ended }) => !ended));
  const inner = new Set(rows.map(({ parentId }) => parentId));
  const ways = new Map<string, string[]>();
  // Names as they are kept: what goes out comes back as the same category in whatever language it was read.
  for (const row of rows) ways.set(row.id, [...(ways.get(row.parentId ?? '') ?? []), row.name]);
  const paths = rows.filter(({ id }) => !inner.has(id)).map(({ id }) => ways.get(id) ?? []);
  const depth = Math.max(shownLevels, ...paths.map((path) => path.length));
  const columns = words.level.slice(0, depth).map((level) => ({ header: written(level), width: 24, text: true }));
  const cells = paths.map((path): Cell[] => columns.map((_, level) => path[level] ?? ''));
  return writeRows(file, { name: written(words.title), columns }, cells);
}
