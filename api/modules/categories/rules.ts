import { categorySheetWords } from '../../../contract/categories.ts';

/** What the shape of the tree is made of. */
export interface Knot {
  id: string;
  parentId: string | null;
  code: string;
  /** Its name in simplified Chinese: the one that has to differ from those beside it. */
  name: string;
  ended: boolean;
}

/** Every one after the one it stands under, those beside each other as they came. */
export function inOrder<K extends Knot>(knots: readonly K[], parentId: string | null = null): K[] {
  const below = Map.groupBy(knots, (one) => one.parentId);
  const from = (parent: string | null): K[] => (below.get(parent) ?? []).flatMap((one) => [one, ...from(one.id)]);
  return from(parentId);
}

/** A category and everything under it. */
export const treeFrom = <K extends Knot>(knots: readonly K[], id: string): K[] => [
  ...knots.filter((one) => one.id === id),
  ...inOrder(knots, id),
];

/** The order of the tree when a category with all under it goes under another, before one that stands there or last. */
export function placed<K extends Knot>(
  knots: readonly K[],
  id: string,
  parentId: string | null,
  beforeId: string | null,
): K[] {
  const moved = knots.filter((one) => one.id === id).map((one) => ({ ...one, parentId }));
  const rest = knots.filter((one) => one.id !== id);
  const at = beforeId === null ? rest.length : rest.findIndex((one) => one.id === beforeId);
  return inOrder(rest.toSpliced(at, 0, ...moved));
}

/** Whether another one that is offered beside it has the name. */
export function isNameTaken(knots: readonly Knot[], parentId: string | null, name: string, but?: string): boolean {
  return knots.some((one) => one.parentId === parentId && !one.ended && one.name === name && one.id !== but);
}

/** The code of a new one: that of its parent and the first free number; never changed, never given again. */
export function nextCode(codes: ReadonlySet<string>, parent: string | undefined): string {
  const stem = parent ? `${parent}.` : 'c';
  for (let number = 1; ; number++) if (!codes.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** Open cases of each category with those of everything under it. */
export function countedUp(knots: readonly Knot[], own: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map(knots.map(({ id }) => [id, own.get(id) ?? 0]));
  for (const { id, parentId } of inOrder(knots).reverse())
    if (parentId) sums.set(parentId, (sums.get(parentId) ?? 0) + (sums.get(id) ?? 0));
  return sums;
}

export type FaultCode = keyof (typeof categorySheetWords)['zh-Hans']['faults'];
export interface Fault {
  code: FaultCode;
  value?: string;
}

/** In which columns the levels stand, from the first one down, by their header in any language; empty where there is no first level. */
export function levelColumns(headers: readonly string[]): number[] {
  const columns: number[] = [];
  for (const [level, chinese] of categorySheetWords['zh-Hans'].level.entries()) {
    const words = [chinese, chinese.replace('级', '級').replace('类', '類'), categorySheetWords.en.level[level] ?? ''];
    const at = headers.findIndex((header) => words.some((word) => word.toLowerCase() === header.trim().toLowerCase()));
    if (at < 0) break;
    columns.push(at);
  }
  return columns;
}

/** The way a row names, from the top down; or what is wrong with it. */
export function readPath(levels: readonly string[]): { ok: string[] } | { bad: Fault } {
  const path = levels.slice(0, levels.findLastIndex((name) => name !== '') + 1);
  if (path.length === 0 || path[0] === '') return { bad: { code: 'empty' } };
  if (path.includes('')) return { bad: { code: 'gap' } };
  return path.some((name) => name.length > 40) ? { bad: { code: 'name_long' } } : { ok: path };
}

/** A fault in words for whoever has to put the row right. */
export function faultWords({ code, value = '' }: Fault, language: 'zh-Hans' | 'en'): string {
  return categorySheetWords[language].faults[code].replace('{value}', value);
}
