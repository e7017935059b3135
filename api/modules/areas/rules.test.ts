import { describe, expect, it } from 'vitest';
import { byNaturalName, codeFrame, isArrangedByStreet, nextCode } from './rules.ts';

describe('names', () => {
  it('sorts 2号楼 before 10号楼, and 第二网格 before 第十网格', () => {
    expect(['10号楼', '2号楼', '1号楼'].sort(byNaturalName)).toEqual(['1号楼', '2号楼', '10号楼']);
    expect(['第十一网格', '第二网格', '第十网格'].sort(byNaturalName)).toEqual(['第二网格', '第十网格', '第十一网格']);
  });
});

describe('codes', () => {
  const next = (tier: Parameters<typeof codeFrame>[0], kind: string, above: string, used: string[], name?: string) => {
    const frame = codeFrame(tier, kind, above);
    return frame && nextCode(frame, used, name);
  };
  it('has no rule for a street: its code is given from above', () => {
    expect(codeFrame('street', 'street', '')).toBeUndefined();
  });

  it('counts on from the highest number ever used, and never goes back into a gap', () => {
    const used = ['350702001001101', '350702001001107'];
    expect(next('grid', 'grid', '350702001001', used)).toBe('350702001001108');
    expect(next('grid', 'dedicated_grid', '350702001001', used)).toBe('350702001001201');
    expect(next('micro_grid', 'micro_grid', '350702001001101', [])).toBe('35070200100110101');
    expect(next('building', 'building', '350702001001', ['350702001001B00009'])).toBe('350702001001B00010');
    expect(next('community', 'community', '350702001000', ['350702001004'])).toBe('350702001005');
  });

  it('does not take the codes of micro-grids for those of grids', () => {
    expect(next('grid', 'grid', '350702001001', ['35070200100110199'])).toBe('350702001001101');
  });

  it('gives a stairwell and a room the number they are called by, if it is free', () => {
    expect(next('dwelling', 'dwelling', 'B1U1', [], '302室')).toBe('B1U1R302');
    expect(next('dwelling', 'dwelling', 'B1U1', ['B1U1R302'], '302室')).toBe('B1U1R303');
    expect(next('unit', 'unit', 'B1', ['B1U1'], '东单元')).toBe('B1U2');
  });

  it('numbers what a merger made from 601, and says when a series is full', () => {
    const frame = codeFrame('community', 'community', '350702001000', true);
    expect(frame && nextCode(frame, ['350702001003'])).toBe('350702001601');
    expect(next('grid', 'grid', 'c', ['c199'])).toBeUndefined();
  });
});

it('leaves buildings to the community and grids to the street', () => {
  expect(['community', 'grid', 'micro_grid'].every((tier) => isArrangedByStreet(tier as 'grid'))).toBe(true);
  expect(['building', 'unit', 'dwelling'].some((tier) => isArrangedByStreet(tier as 'unit'))).toBe(false);
});
