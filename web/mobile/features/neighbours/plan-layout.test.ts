import { expect, test } from 'vitest';
import { layOut } from './plan-layout.ts';

const point = (lon: number, lat: number) => ({ areaId: '', name: '', center: { lon, lat }, open: 1, done: 0 });

test('north is up, east is right, and everything lies on the sheet', () => {
  const layout = layOut({ areas: [], points: [point(118.1, 26.6), point(118.2, 26.7)] }, 100, 10);
  const [low, high] = [layout?.place({ lon: 118.1, lat: 26.6 }), layout?.place({ lon: 118.2, lat: 26.7 })];
  expect(low?.x).toBeCloseTo(10);
  expect(high?.x).toBeCloseTo(90);
  expect(high?.y).toBeCloseTo(10);
  expect(low?.y).toBeCloseTo((layout?.height ?? 0) - 10, 0);
});

test('an area of two pieces is drawn as both', () => {
  const piece = (lon: number): [number, number][][] => [
    [
      [lon, 26.6],
      [lon + 0.01, 26.6],
      [lon, 26.61],
      [lon, 26.6],
    ],
  ];
  const boundary = { type: 'MultiPolygon' as const, coordinates: [piece(118.1), piece(118.2)] };
  const areas = [{ id: '', name: '', tier: 'grid' as const, boundary, center: null }];
  const path = layOut({ areas, points: [] }, 100, 10)?.path(boundary);
  expect(path?.match(/M/g)).toHaveLength(2);
  expect(path).toMatch(/^M10\.0 .*L?90\.0/);
});

test('a street without places has no drawing', () => {
  expect(layOut({ areas: [], points: [] })).toBeUndefined();
});
