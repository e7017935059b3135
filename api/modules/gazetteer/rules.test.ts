import { describe, expect, it } from 'vitest';
import {
  columnsIn,
  type Draft,
  differs,
  faultWords,
  type Kind,
  type Known,
  missingColumns,
  placeFinder,
  readRow,
} from './rules.ts';

const kinds: Kind[] = [
  { id: 'k1', code: 'grid', tier: 'grid', names: ['网格', 'Grid'] },
  { id: 'k2', code: 'building', tier: 'building', names: ['楼栋', 'Building'] },
];
const empty: Draft = {
  ...{ code: '', name: '', kind: '', parent: '', estate: '', estateType: '', group: '', phone: '', lon: '', lat: '' },
};
const house = { ...empty, code: 'B1', name: '1号楼', kind: '楼栋', parent: 'G1' };

describe('the header', () => {
  it('is found in Chinese and in English, and what is missing is named', () => {
    expect(columnsIn(['序号', '名称', '编码'])).toEqual({ name: 1, code: 2 });
    expect(columnsIn(['Code', 'Name', 'Kind', 'Parent code'])).toEqual({ code: 0, name: 1, kind: 2, parent: 3 });
    expect(missingColumns(columnsIn(['名称', '编码']))).toEqual(['kind', 'parent']);
  });
});

describe('a row', () => {
  it('is refused with everything that is wrong with it', () => {
    const bad = { ...house, name: '', code: '一号', kind: '宫殿', estateType: '别墅', lon: '118', lat: '' };
    const read = readRow(bad, kinds);
    expect('bad' in read && read.bad.map(({ code }) => code)).toEqual([
      ...['name_missing', 'bad_code', 'unknown_kind', 'unknown_estate_type', 'bad_position'],
    ]);
    expect(faultWords({ code: 'unknown_kind', value: '宫殿' }, 'zh-Hans')).toBe('没有这种类型：宫殿');
  });

  it('is read with its labels, kind and position', () => {
    const full = {
      ...house,
      estate: '文苑、北苑',
      estateType: '老旧小区',
      group: '第1居民小组',
      lon: '118.1',
      lat: '26.6',
    };
    const read = readRow(full, kinds);
    expect('ok' in read && read.ok).toMatchObject({
      kind: { id: 'k2' },
      position: { lon: 118.1, lat: 26.6 },
      labels: [
        { name: '文苑', estateType: 'old' },
        { name: '北苑', estateType: 'old' },
        { name: '第1居民小组', estateType: null },
      ],
    });
  });
});

describe('a known area', () => {
  const known: Known = {
    ...{ id: '1', code: 'B1', name: '1号楼', kindId: 'k2', tier: 'building', parentId: 'G', phone: '1', closed: false },
    ...{ lon: 118.1, lat: 26.6, labels: [{ kind: 'estate', name: '文苑', estateType: 'old' }] },
  };
  const wish = (more: Partial<Draft>) => {
    const read = readRow({ ...house, ...more }, kinds);
    if (!('ok' in read)) throw new Error('faulty');
    return read.ok;
  };
  it('is the same where a row leaves things empty or says them again', () => {
    expect(differs(known, wish({}))).toBe(false);
    expect(differs(known, wish({ phone: '1', lon: '118.1', lat: '26.6', estate: '文苑' }))).toBe(false);
  });
  it('differs by name, phone, position, label or type of estate', () => {
    for (const more of [{ name: '甲楼' }, { phone: '2' }, { lon: '118.2', lat: '26.6' }, { estate: '北苑' }])
      expect(differs(known, wish(more))).toBe(true);
    expect(differs(known, wish({ estate: '文苑', estateType: '其他' }))).toBe(true);
  });
});

describe('a place in the words of an address', () => {
  const area = (id: string, parentId: string | null, tier: Known['tier'], name: string, estate?: string): Known => ({
    ...{ id, parentId, tier, name, code: id, kindId: '', phone: '', lon: null, lat: null, closed: id === 'gone' },
    labels: estate ? [{ kind: 'estate', name: estate, estateType: null }] : [],
  });
  const street = area('s', null, 'street', '同心街道');
  const tree = [
    street,
    ...[area('a', 's', 'community', '文体社区'), area('b', 's', 'community', '平湖社区')],
    ...[area('a1', 'a', 'building', '1号楼', '文体花园'), area('a2', 'a', 'building', '2号楼', '教师新村')],
    ...[area('a12', 'a', 'building', '12号楼', '文体花园'), area('a1b', 'a', 'building', '1号楼', '教师新村')],
    ...[
      area('b1', 'b', 'building', '1栋'),
      area('b7', 'b', 'building', '甲7号楼'),
      area('gone', 'b', 'building', '9号楼'),
    ],
    ...[area('g', 'b', 'grid', '第二网格'), area('g8', 'g', 'building', '8号楼'), area('b8', 'b', 'building', '8号楼')],
    ...[area('a2u', 'a2', 'unit', '1单元'), area('a2v', 'a2', 'unit', '11单元')],
  ];
  const find = placeFinder(tree, street);
  const found = (text: string, named?: string) => find(text, named).areaId;

  it.each([
    ['教师新村2号楼1单元401', undefined, 'a2u'],
    ['文体社区 二号楼 11 单元', undefined, 'a2v'],
    ['文体花园12#', undefined, 'a12'],
    ['文体花园1栋', undefined, 'a1'],
    ['平湖社区第二网格8号楼', undefined, 'g8'],
    ['甲7号楼', '平湖', 'b7'],
    ['平湖社区1号楼', undefined, 'b1'],
    ['一栋', '平湖', 'b1'],
    ['2号楼 2号楼前', undefined, 'a2'],
  ])('is certain in %s', (text, named, id) => {
    expect(found(text, named)).toBe(id);
  });

  it.each([
    ['文体社区1号楼', undefined, 'a'],
    ['文体社区百花小区2号楼', undefined, 'a'],
    ['文体社区2号楼和12号楼之间', undefined, 'a'],
    ['平湖社区112号楼', undefined, 'b'],
    ['平湖社区乙7号楼', undefined, 'b'],
    ['平湖社区9号楼', undefined, 'b'],
    ['平湖社区8号楼', undefined, 'b'],
    ['路口', 'b', 'b'],
    ['火车站', undefined, 's'],
  ])('is no building in %s', (text, named, id) => {
    expect(found(text, named)).toBe(id);
  });

  it('keeps the words that name no area', () => {
    expect(find('同心街道文体社区教师新村2号楼1单元401室')).toMatchObject({
      name: '文体社区2号楼1单元',
      rest: '401室',
    });
  });
});
