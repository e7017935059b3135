import { expect, it } from 'vitest';
import { isDivisible, judgeShares } from './rules.ts';

const below = [
  { id: 'grid', parentId: 'community', name: '第一网格' },
  { id: 'm1', parentId: 'grid', name: '1-1微网格' },
  { id: 'm2', parentId: 'grid', name: '1-2微网格' },
  { id: 'b1', parentId: 'm1', name: '1号楼' },
];

it('divides communities, grids and micro-grids only', () => {
  expect((['street', 'community', 'grid', 'micro_grid', 'building', 'unit'] as const).filter(isDivisible)).toEqual([
    'community',
    'grid',
    'micro_grid',
  ]);
});

it('finds what is left over, given twice, or not there to be given', () => {
  expect(judgeShares('grid', below, [['m1'], []])).toMatchObject({ leftOver: [{ id: 'm2' }] });
  expect(judgeShares('grid', below, [['m1', 'm2'], ['m1']])).toEqual({ wrong: '1-1微网格' });
  expect(judgeShares('grid', below, [['m1', 'm2'], ['elsewhere']])).toEqual({ wrong: 'elsewhere' });
  expect(judgeShares('grid', below, [['m1', 'm2'], ['grid']])).toEqual({ wrong: 'grid' });
});

it('lets a single building go another way than its micro-grid', () => {
  expect(judgeShares('grid', below, [['m1', 'm2'], ['b1']])).toEqual({ ok: true });
});
