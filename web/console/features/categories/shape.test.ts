import { describe, expect, it } from 'vitest';
import { foundIn, idsFrom, linesOf, stepOf, walk, wayTo } from './shape.ts';

const node = (id: string, parentId: string | null, name: string, endedAt: string | null = null) => ({
  ...{ id, parentId, name, code: id, endedAt },
  names: { 'zh-Hans': name, en: null },
});
const nodes = [
  node('a', null, '设施'),
  node('a1', 'a', '路灯'),
  node('a2', 'a', '井盖', '2026-01-01'),
  node('a3', 'a', '电梯'),
  node('b', null, '环境'),
  node('b1', 'b', '垃圾'),
];
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

describe('the tree on the screen', () => {
  it('shows what stands open, each with its level and place', () => {
    const lines = linesOf(nodes, (id) => id === 'a');
    expect(lines.map(({ node: { id }, level, place, beside }) => `${id} ${level} ${place}/${beside}`)).toEqual([
      ...['a 1 1/2', 'a1 2 1/3', 'a2 2 2/3', 'a3 2 3/3', 'b 1 2/2'],
    ]);
  });

  it('knows what a node stands under and what stands under it', () => {
    expect(ids(wayTo(nodes, 'b1'))).toEqual(['b', 'b1']);
    expect(idsFrom(nodes, 'a')).toEqual(['a', 'a1', 'a2', 'a3']);
  });

  it('finds by name or code, with what stands above', () => {
    expect(foundIn(nodes, '垃圾')).toMatchObject({ hits: 1, nodes: [{ id: 'b' }, { id: 'b1' }] });
    expect(foundIn(nodes, 'A3').nodes.map(({ id }) => id)).toEqual(['a', 'a3']);
    expect(foundIn(nodes, '水管')).toEqual({ hits: 0, nodes: [] });
  });
});

describe('a step', () => {
  const shown = nodes.filter(({ endedAt }) => !endedAt);
  it('is none at the ends', () => {
    expect(stepOf(nodes, shown, 'a1', 'up')).toBeUndefined();
    expect(stepOf(nodes, shown, 'a3', 'down')).toBeUndefined();
  });

  it('goes past the next one that is shown', () => {
    expect(stepOf(nodes, shown, 'a3', 'up')).toEqual({ beforeId: 'a1' });
    expect(stepOf(nodes, shown, 'a1', 'down')).toEqual({ beforeId: null });
    expect(stepOf(nodes, nodes, 'a1', 'down')).toEqual({ beforeId: 'a3' });
    expect(stepOf(nodes, shown, 'a', 'down')).toEqual({ beforeId: null });
  });
});

describe('a key', () => {
  const open = (id: string) => id === 'a';
  const lines = linesOf(nodes, open);
  const press = (key: string, id: string) => walk(key, lines, id, open);

  it('walks the lines, up to the first and down to the last', () => {
    expect(press('ArrowUp', 'a')).toBeUndefined();
    expect(press('ArrowDown', 'a')).toEqual({ go: 'a1' });
    expect(press('Home', 'b')).toEqual({ go: 'a' });
    expect(press('End', 'a')).toEqual({ go: 'b' });
  });

  it('opens and closes what has something below, and leads to what stands above', () => {
    expect(press('ArrowRight', 'a3')).toBeUndefined();
    expect(press('ArrowRight', 'b')).toBe('open');
    expect(press('ArrowRight', 'a')).toEqual({ go: 'a1' });
    expect(press('ArrowLeft', 'a')).toBe('close');
    expect(press('ArrowLeft', 'a3')).toEqual({ go: 'a' });
    expect(press('Enter', 'a3')).toBe('choose');
    expect(press('x', 'a3')).toBeUndefined();
  });
});
