import type { Boundary } from '../../../../contract/areas.ts';

interface Named {
  readonly name: string;
  readonly code: string;
}

/** Address of a file with the boundary as a GeoJSON feature, for a download without asking the server. */
export function featureOf(geometry: Boundary, { name, code }: Named): string {
  const feature = { type: 'Feature', properties: { name, code }, geometry };
  return `data:application/geo+json;charset=utf-8,${encodeURIComponent(JSON.stringify(feature, null, 1))}`;
}

/** Largest file that is looked at, in characters; 2,000 points are some 80,000. */
export const mostText = 1_000_000;

const isBoundary = (value: unknown): value is Boundary =>
  typeof value === 'object' &&
  value !== null &&
  ['Polygon', 'MultiPolygon'].includes((value as Boundary).type) &&
  Array.isArray((value as Boundary).coordinates);

/** The boundary in a GeoJSON text: a geometry, a feature, or a collection of them, whose polygons then are its pieces. Heights are dropped. */
export function boundaryIn(text: string): Boundary | undefined {
  if (text.length > mostText) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = geometriesOf(value);
  if (found.length === 0) return undefined;
  const pieces = found.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates));
  const flat = pieces.map((rings) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])));
  const [only] = flat;
  return flat.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: flat };
}

function geometriesOf(value: unknown): Boundary[] {
  if (isBoundary(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { geometry, features, geometries } = value as Record<string, unknown>;
  if (geometry) return geometriesOf(geometry);
  const many = features ?? geometries;
  return Array.isArray(many) ? many.flatMap(geometriesOf) : [];
}
