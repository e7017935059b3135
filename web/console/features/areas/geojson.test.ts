import { expect, test } from 'vitest';
import { boundaryIn, featureOf, mostText } from './geojson.ts';

const ring = [
  [118, 26],
  [118.1, 26],
  [118.1, 26.1],
  [118, 26],
];
const polygon = { type: 'Polygon', coordinates: [ring] };

test('nothing is found in what is no GeoJSON polygon, or too long', () => {
  for (const text of ['', '{', '[]', '{"type":"Point","coordinates":[1,2]}', 'x'.repeat(mostText + 1)])
    expect(boundaryIn(text)).toBeUndefined();
});

test('a geometry, a feature and a collection are read, heights dropped', () => {
  expect(boundaryIn(JSON.stringify(polygon))).toEqual(polygon);
  const high = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring.map((point) => [...point, 12.5])] } };
  expect(boundaryIn(JSON.stringify(high))).toEqual(polygon);
  const two = { type: 'FeatureCollection', features: [high, high] };
  expect(boundaryIn(JSON.stringify(two))).toEqual({ type: 'MultiPolygon', coordinates: [[ring], [ring]] });
});

test('what is exported can be brought back', () => {
  const address = featureOf(polygon as never, { name: '第一网格', code: '990101001001101' });
  expect(boundaryIn(decodeURIComponent(address.slice(address.indexOf(',') + 1)))).toEqual(polygon);
});
