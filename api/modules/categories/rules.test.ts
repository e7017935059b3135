import { describe, expect, it } from 'vitest';
import {
  countedUp,
  inOrder,
  isNameTaken,
  type Knot,
  levelColumns,
  nextCode,
  placed,
  readPath,
  treeFrom,
} from './rules.ts';

const knot = (id: string, parentId: string | null = null, ended = false): Knot => ({
  ...{ id, parentId, code: id, name: `${id}类`, ended },
});
const ids = (knots: readonly Knot[]) => knots.map(({ id }) => id).join(' ');
const tree = [knot('a'), knot('b'), knot('a1', 'a'), knot('b1', 'b'), knot('a2', 'a', true), knot('a11', 'a1')];

describe('the tree', () => {
  it('has each category after the one it stands under', () => {
    expect(ids(inOrder(tree))).toBe('a a1 a11 a2 b b1');
    expect(ids(treeFrom(tree, 'a1'))).toBe('a1 a11');
  });

  it('is put in a new order with all that stands under what moves', () => {
    expect(ids(placed(tree, 'a', null, null))).toBe('b b1 a a1 a11 a2');
    expect(ids(placed(tree, 'a2', 'a', 'a1'))).toBe('a a2 a1 a11 b b1');
    expect(ids(placed(tree, 'a1', 'b', 'b1'))).toBe('a a2 b a1 a11 b1');
    expect(ids(placed(tree, 'a1', null, 'a'))).toBe('a1 a11 a a2 b b1');
  });

  it('lets a name stand once among those that are offered side by side', () => {
    expect(isNameTaken(tree, 'a', 'a1类')).toBe(true);
    expect(isNameTaken(tree, 'a', 'a1类', 'a1')).toBe(false);
    expect(isNameTaken(tree, 'a', 'a2类')).toBe(false);
    expect(isNameTaken(tree, null, 'a1类')).toBe(false);
  });

  it('gives codes that nobody has', () => {
    expect(nextCode(new Set(['a.1', 'a.2']), 'a')).toBe('a.3');
    expect(nextCode(new Set(['c2']), undefined)).toBe('c1');
  });

  it('counts what stands under a category as its own', () => {
    const sums = countedUp(
      tree,
      new Map([
        ['a11', 2],
        ['a', 1],
        ['b1', 4],
      ]),
    );
    expect(Object.fromEntries(sums)).toEqual({ a: 3, a1: 2, a11: 2, a2: 0, b: 4, b1: 4 });
  });
});

describe('a row of the sheet', () => {
  it('is not read without its first level, with a gap, or with a name too long', () => {
    expect(readPath(['', '', ''])).toEqual({ bad: { code: 'empty' } });
    expect(readPath(['', '绿化', ''])).toEqual({ bad: { code: 'empty' } });
    expect(readPath(['环境', '', '树'])).toEqual({ bad: { code: 'gap' } });
    expect(readPath(['长'.repeat(41)])).toEqual({ bad: { code: 'name_long' } });
  });

  it('names a way of one, two or three levels', () => {
    expect(readPath(['环境', '', ''])).toEqual({ ok: ['环境'] });
    expect(readPath(['环境', '绿化', '树'])).toEqual({ ok: ['环境', '绿化', '树'] });
  });

  it('has its levels found by their header, in any order and language', () => {
    expect(levelColumns(['二级分类', '备注', '一级分类'])).toEqual([2, 0]);
    expect(levelColumns(['一級分類', '二級分類'])).toEqual([0, 1]);
    expect(levelColumns(['level 1', 'Level 2', 'Level 3'])).toEqual([0, 1, 2]);
    expect(levelColumns(['三级分类'])).toEqual([]);
  });
});
