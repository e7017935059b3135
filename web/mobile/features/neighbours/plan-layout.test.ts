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

test('a street without places has no drawing', () => {
  expect(layOut({ areas: [], points: [] })).toBeUndefined();
});
