import type { Boundary } from '../../../contract/areas.ts';

export interface Outline {
  /** SVG path of the ring. */
  readonly path: string;
  /** Middle of the words, and how wide they may be, in units of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly outlines: ReadonlyMap<string, Outline>;
}

type Point = readonly [number, number];

const isBoundary = (value: unknown): value is Boundary =>
  typeof value === 'object' && value !== null && ['Polygon', 'MultiPolygon'].includes((value as Boundary).type);

const outerRings = (boundary: Boundary): Point[][] =>
  (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates).flatMap(([outer]) =>
    outer?.length ? [outer] : [],
  );

/**
 * Lays boundaries (WGS-84) out on a sheet `width` units wide. East–west degrees are shortened by the cosine of the
 * latitude, which is exact enough for one street; north is up.
 */
export function drawOutlines(
  shapes: readonly { id: string; boundary: unknown }[],
  width = 720,
  margin = 8,
): Drawing | undefined {
  const drawn = shapes.flatMap(({ id, boundary }) =>
    isBoundary(boundary) ? [{ id, rings: outerRings(boundary) }] : [],
  );
  const points = drawn.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return undefined;
  const [west, east] = [Math.min(...points.map(([lon]) => lon)), Math.max(...points.map(([lon]) => lon))];
  const [south, north] = [Math.min(...points.map(([, lat]) => lat)), Math.max(...points.map(([, lat]) => lat))];
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max((east - west) * shorten, 1e-9);
  const place = ([lon, lat]: Point): Point => [margin + (lon - west) * shorten * scale, margin + (north - lat) * scale];
  const outlines = new Map(
    drawn.flatMap(({ id, rings }) => (rings.length > 0 ? [[id, outline(rings.map((ring) => ring.map(place)))]] : [])),
  );
  return { width, height: Math.round((north - south) * scale + 2 * margin), outlines };
}

/** All pieces as one path, with the words in the middle of the largest. */
function outline(rings: Point[][]): Outline {
  const path = rings
    .map((ring) => `M${ring.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}Z`)
    .join('');
  const middles = rings.map((ring) => ({ ring, ...centroid(ring) }));
  const { ring, x, y } = middles.reduce((best, next) => (next.size > best.size ? next : best));
  return { path, x, y, width: widthAt(ring, y) };
}

function centroid(ring: Point[]): { x: number; y: number; size: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i += 1) {
    const [x0, y0] = ring[i]!;
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return area === 0
    ? { x: ring[0]![0], y: ring[0]![1], size: 0 }
    : { x: x / (3 * area), y: y / (3 * area), size: Math.abs(area) };
}

function widthAt(ring: Point[], y: number): number {
  const crossings = ring.flatMap(([x0, y0], i) => {
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
  });
  return crossings.length < 2 ? 0 : Math.max(...crossings) - Math.min(...crossings);
}
