import { expect, test } from 'vitest';
import { drawOutlines } from './outlines.ts';

const square = (lon: number, lat: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

test('north is up and the sheet is filled from edge to edge', () => {
  const drawing = drawOutlines(
    [
      { id: 'north', boundary: square(110, 0.01, 0.01) },
      { id: 'south', boundary: square(110, 0, 0.01) },
    ],
    216,
    8,
  );
  expect(drawing).toBeDefined();
  const [north, south] = [drawing!.outlines.get('north')!, drawing!.outlines.get('south')!];
  expect(north.y).toBeLessThan(south.y);
  expect(north.x).toBeCloseTo(108, 0);
  expect(north.width).toBeCloseTo(200, 0);
  expect(drawing!.height).toBe(416);
});

test('an area without a boundary is left out, and none at all is no drawing', () => {
  expect(drawOutlines([{ id: 'a', boundary: null }])).toBeUndefined();
  const drawing = drawOutlines([
    { id: 'a', boundary: null },
    { id: 'b', boundary: square(110, 40, 0.01) },
  ]);
  expect([...drawing!.outlines.keys()]).toEqual(['b']);
});

test('an area of two pieces is one path, named in the larger', () => {
  const pieces = {
    type: 'MultiPolygon' as const,
    coordinates: [square(110, 0, 0.001), square(110.01, 0, 0.01)].map(({ coordinates }) => coordinates),
  };
  const outline = drawOutlines([{ id: 'a', boundary: pieces }])?.outlines.get('a');
  expect(outline?.path.match(/M/g)).toHaveLength(2);
  expect(outline?.x).toBeGreaterThan(360);
});
