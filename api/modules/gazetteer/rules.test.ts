import { describe, expect, it } from 'vitest';
import { columnsIn, type Draft, differs, faultWords, type Kind, type Known, missingColumns, readRow } from './rules.ts';

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
