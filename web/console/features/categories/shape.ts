import type { CategoryNode } from '../../../../contract/categories.ts';

type Node = Pick<CategoryNode, 'id' | 'parentId' | 'name' | 'names' | 'code' | 'endedAt'>;

export interface Line<N extends Node> {
  readonly node: N;
  readonly level: number;
  /** Its place among those beside it, from 1, and how many they are. */
  readonly place: number;
  readonly beside: number;
  readonly inner: boolean;
}

/** The lines of the tree that stand open; nodes come in the order of the street, parents first. */
export function linesOf<N extends Node>(
  nodes: readonly N[],
  isOpen: (id: string) => boolean,
  parentId: string | null = null,
  level = 1,
): Line<N>[] {
  const here = nodes.filter((node) => node.parentId === parentId);
  return here.flatMap((node, at) => {
    const inner = nodes.some((below) => below.parentId === node.id);
    const line = { node, level, place: at + 1, beside: here.length, inner };
    return [line, ...(inner && isOpen(node.id) ? linesOf(nodes, isOpen, node.id, level + 1) : [])];
  });
}

/** A node and everything above it, from the top down. */
export function wayTo<N extends Node>(nodes: readonly N[], id: string | null): N[] {
  const node = nodes.find((one) => one.id === id);
  return node ? [...wayTo(nodes, node.parentId), node] : [];
}

/** A node's id and those of everything under it. */
export function idsFrom(nodes: readonly Node[], id: string): string[] {
  return [id, ...nodes.filter(({ parentId }) => parentId === id).flatMap((below) => idsFrom(nodes, below.id))];
}

/** Whatever has the words in a name or the code, with what it stands under; `hits` counts without those. */
export function foundIn<N extends Node>(nodes: readonly N[], words: string): { nodes: N[]; hits: number } {
  const asked = words.trim().toLowerCase();
  const hits = nodes.filter(({ name, names, code }) =>
    [name, names['zh-Hans'], names.en ?? '', code].some((text) => text.toLowerCase().includes(asked)),
  );
  const shown = new Set(hits.flatMap(({ id }) => wayTo(nodes, id).map((node) => node.id)));
  return { nodes: nodes.filter(({ id }) => shown.has(id)), hits: hits.length };
}

/** Before which one it has to go to stand a step further up or down among those that are shown; nothing where it cannot. */
export function stepOf(
  all: readonly Node[],
  shown: readonly Node[],
  id: string,
  by: 'up' | 'down',
): { beforeId: string | null } | undefined {
  const parentId = all.find((node) => node.id === id)?.parentId;
  const beside = shown.filter((node) => node.parentId === parentId);
  const at = beside.findIndex((node) => node.id === id);
  const passed = beside[by === 'up' ? at - 1 : at + 1];
  if (at < 0 || !passed) return undefined;
  if (by === 'up') return { beforeId: passed.id };
  const everyone = all.filter((node) => node.parentId === parentId && node.id !== id);
  return { beforeId: everyone[everyone.findIndex((node) => node.id === passed.id) + 1]?.id ?? null };
}

type Walk = { readonly go: string } | 'open' | 'close' | 'choose';

/** What a key does on a line of the tree (WAI-ARIA tree view); nothing where it does nothing. */
export function walk<N extends Node>(
  key: string,
  lines: readonly Line<N>[],
  id: string,
  isOpen: (id: string) => boolean,
): Walk | undefined {
  const at = lines.findIndex(({ node }) => node.id === id);
  const here = lines[at];
  const to = (line: Line<N> | undefined): Walk | undefined => (line ? { go: line.node.id } : undefined);
  if (!here) return undefined;
  const opens = here.inner && isOpen(id);
  switch (key) {
    case 'ArrowUp':
      return to(lines[at - 1]);
    case 'ArrowDown':
      return to(lines[at + 1]);
    case 'ArrowRight':
      return opens ? to(lines[at + 1]) : here.inner ? 'open' : undefined;
    case 'ArrowLeft':
      return opens ? 'close' : to(lines.find(({ node }) => node.id === here.node.parentId));
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'Enter':
    case ' ':
      return 'choose';
    default:
      return undefined;
  }
}
