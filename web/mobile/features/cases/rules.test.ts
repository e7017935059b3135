import { expect, test } from 'vitest';
import type { Me } from '../../../../contract/accounts.ts';
import type { Area } from '../../../../contract/areas.ts';
import type { CaseSummary, Category } from '../../../../contract/cases.ts';
import { naturalOrder } from '../../../client/areas.ts';
import { groupBuildings, searchBuildings } from './buildings.ts';
import { dangerOf } from './danger.ts';
import { dutyGroup, groupDuties } from './duties.ts';
import { usualPlace } from './places.ts';
import { groupsOf, suggestCategories } from './suggest.ts';

const category = (name: string, parentId: string | null = 'head', danger = false): Category => ({
  id: name,
  parentId,
  code: name,
  name,
  danger,
  callFirst: danger ? '119' : null,
  allowed: { amount: 2, unit: 'day' },
  ended: false,
});
const tree = [
  category('head', null),
  category('楼道照明'),
  category('楼道堆物'),
  category('电梯'),
  category('火情', 'head', true),
];

test('the category whose name shares most with the words comes first; headings are never offered', () => {
  expect(suggestCategories('三楼楼道照明坏了', tree).map(({ name }) => name)).toEqual(['楼道照明', '楼道堆物']);
  expect(suggestCategories('想问问社保', tree)).toEqual([]);
});

test('whatever can be chosen stands under its headings, however deep the tree', () => {
  const deep = [
    ...tree,
    category('其他', null),
    category('安全', 'head'),
    category('飞线', '安全'),
    category('煤气', '安全'),
  ];
  const groups = groupsOf(deep).map(({ heading, choices }) => [heading, choices.map(({ name }) => name).join(' ')]);
  expect(groups).toEqual([
    ['head', '楼道照明 楼道堆物 电梯 火情'],
    ['head · 安全', '飞线 煤气'],
    ['其他', '其他'],
  ]);
});

test('danger is told by the category, and by words that leave no doubt', () => {
  const t = ((key: string) => (key.endsWith('119') ? '着火|冒烟' : '昏倒')) as never;
  expect(dangerOf(tree[4], [], '', t)).toEqual({ number: '119', what: '火情' });
  expect(dangerOf(undefined, [], '厨房着火了', t)).toEqual({ number: '119', what: '着火' });
  expect(dangerOf(undefined, [], '灯坏了', t)).toBeUndefined();
});

const now = new Date('2026-11-12T06:00:00Z');
const duty = (id: string, dueAt: string | null, state: CaseSummary['state'] = 'in_progress') =>
  ({ id, dueAt, state, danger: false }) as CaseSummary;

test.each([
  ['2026-11-12T05:59:00Z', 'overdue'],
  ['2026-11-12T15:59:00Z', 'today'],
  ['2026-11-12T16:00:00Z', 'later'],
  [null, 'open'],
] as const)('due %s stands under %s', (dueAt, group) => {
  expect(dutyGroup({ dueAt, danger: false }, now)).toBe(group);
});

test('danger is for today, unless it is late already', () => {
  for (const dueAt of ['2026-11-30T10:00:00Z', null]) expect(dutyGroup({ dueAt, danger: true }, now)).toBe('today');
  expect(dutyGroup({ dueAt: '2026-11-12T05:59:00Z', danger: true }, now)).toBe('overdue');
});

test('what must be signed for comes first in its group, empty groups are left out', () => {
  const due = '2026-11-12T10:00:00Z';
  const groups = groupDuties([duty('a', due), duty('b', due, 'assigned')], now);
  expect(groups.map(({ group, cases }) => [group, cases.map(({ id }) => id)])).toEqual([['today', ['b', 'a']]]);
});

test('danger comes before everything else of its group', () => {
  const due = '2026-11-12T10:00:00Z';
  const burning = { ...duty('c', due), danger: true };
  const [today] = groupDuties([duty('a', due), duty('b', due, 'assigned'), burning], now);
  expect(today?.cases.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

const me = (patch: Partial<Me>) =>
  ({ home: [], grants: [], community: { id: 'c', name: '文苑社区', phone: '' }, ...patch }) as unknown as Me;

test('a request is at home down to the stairway, never to the dwelling', () => {
  const home = [
    { id: 'g', name: '第三网格', tier: 'grid' },
    { id: 'u', name: '4单元', tier: 'unit' },
    { id: 'd', name: '302', tier: 'dwelling' },
  ];
  expect(usualPlace(me({ home }))).toEqual({ areaId: 'u', label: '第三网格 4单元' });
});

test('whoever has no home here reports from the grid they work in, else from the community', () => {
  const grants = [
    { roleSet: 'grid_worker', area: { id: 'g', name: '第三网格', tier: 'grid' } },
  ] as unknown as Me['grants'];
  expect(usualPlace(me({ grants }))).toEqual({ areaId: 'g', label: '第三网格' });
  expect(usualPlace(me({}))).toEqual({ areaId: 'c', label: '文苑社区' });
});

test('numbers sort as numbers, written in digits or in characters', () => {
  const named = (...names: string[]) => naturalOrder(names.map((name) => ({ name }))).map(({ name }) => name);
  expect(named('10号楼', '2号楼', '1号楼')).toEqual(['1号楼', '2号楼', '10号楼']);
  expect(named('第十二网格', '第二网格', '第十网格', '第六网格')).toEqual([
    '第二网格',
    '第六网格',
    '第十网格',
    '第十二网格',
  ]);
});

const area = (id: string, name: string, tier: Area['tier'], parentId: string) => ({ id, name, tier, parentId }) as Area;
const above = [
  area('g1', '第一网格', 'grid', 'c'),
  area('g2', '第二网格', 'grid', 'c'),
  area('m', '微网格', 'micro_grid', 'g2'),
];
const buildings = [
  area('a', '2号楼', 'building', 'g1'),
  area('b', '2号楼', 'building', 'g2'),
  area('d', '3号楼', 'building', 'm'),
];

test('buildings stand by grid, one’s own first, also below micro-grids', () => {
  const groups = groupBuildings(buildings, above, '第二网格');
  expect(groups.map(({ grid, buildings: all }) => [grid, all.map(({ id }) => id)])).toEqual([
    ['第二网格', ['b', 'd']],
    ['第一网格', ['a']],
  ]);
  expect(searchBuildings(groups, '一网格 2').flatMap(({ buildings: all }) => all.map(({ id }) => id))).toEqual(['a']);
  expect(searchBuildings(groups, '9')).toEqual([]);
});
