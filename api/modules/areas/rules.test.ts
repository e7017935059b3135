import { describe, expect, it } from 'vitest';
import { byNaturalName, contains, metresBetween } from './rules.ts';

describe('names of buildings', () => {
  it('sorts 2号楼 before 10号楼', () => {
    expect(['10号楼', '2号楼', '1号楼'].sort(byNaturalName)).toEqual(['1号楼', '2号楼', '10号楼']);
  });
});

describe('boundaries', () => {
  const square = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ] as [number, number][],
    ],
  };
  it('knows inside from outside', () => {
    expect(contains(square, { lon: 1, lat: 1 })).toBe(true);
    expect(contains(square, { lon: 3, lat: 1 })).toBe(false);
  });
});

describe('distance', () => {
  it('gives about 111 km for a degree of latitude, less for one of longitude away from the equator', () => {
    expect(Math.round(metresBetween({ lon: 118, lat: 26 }, { lon: 118, lat: 27 }))).toBe(111_320);
    expect(metresBetween({ lon: 118, lat: 60 }, { lon: 119, lat: 60 })).toBeCloseTo(55_660, -1);
  });
});
