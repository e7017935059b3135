import type { Boundary } from '../../contract/areas.ts';
import type { Position } from '../../contract/wire.ts';

/** Plane geometry of boundaries in degrees: exact enough for what is a few kilometres across, as a street is. */

type Point = readonly [lon: number, lat: number];
type Ring = readonly Point[];

const metresPerDegree = 111_320;
const mostPoints = 2_000;

/** Metres between two positions a few kilometres apart at most (equirectangular). */
export function metresBetween(a: Position, b: Position): number {
  const x = (b.lon - a.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(x, b.lat - a.lat) * metresPerDegree;
}

/** Each piece with its outer ring first, then its holes. */
export function piecesOf(boundary: Boundary): readonly (readonly Ring[])[] {
  return boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
}

export type BoundaryFault =
  | 'empty'
  | 'too_many_points'
  | 'too_few_points'
  | 'open_ring'
  | 'out_of_range'
  | 'crosses_itself';

/** The first thing wrong with a boundary; undefined when it can be kept. */
export function boundaryFault(boundary: Boundary): BoundaryFault | undefined {
  const rings = piecesOf(boundary).flat();
  if (rings.length === 0 || piecesOf(boundary).some((piece) => piece.length === 0)) return 'empty';
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > mostPoints) return 'too_many_points';
  for (const ring of rings) {
    if (ring.some(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))) return 'out_of_range';
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return 'open_ring';
    if (new Set(ring.map(([lon, lat]) => `${lon} ${lat}`)).size < 3) return 'too_few_points';
    if (crossesItself(ring)) return 'crosses_itself';
  }
  return undefined;
}

/** Twice the signed area of a triangle: positive where c lies left of the way from a to b. */
const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function crossesItself(ring: Ring): boolean {
  const corners = new Set(ring.slice(1).map(([lon, lat]) => `${lon} ${lat}`));
  // A corner passed twice is a figure of eight that touches itself.
  if (corners.size < ring.length - 1) return true;
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (a && b && c && d && cross(a, b, c, d)) return true;
    }
  }
  return false;
}

function inRing(ring: Ring, { lon, lat }: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] ?? [0, 0];
    const [x2, y2] = ring[j] ?? [0, 0];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Ray casting: in an outer ring and in none of its holes. */
export function contains(boundary: Boundary, position: Position): boolean {
  return piecesOf(boundary).some(
    ([outer = [], ...holes]) => inRing(outer, position) && !holes.some((hole) => inRing(hole, position)),
  );
}

function metresToEdge(boundary: Boundary, { lon, lat }: Position): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of piecesOf(boundary).flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i] ?? [0, 0], ring[i + 1] ?? [0, 0]];
      const [ax, ay] = [(x1 - lon) * shrink, y1 - lat];
      const [dx, dy] = [(x2 - x1) * shrink, y2 - y1];
      const share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(ax + dx * share, ay + dy * share));
    }
  }
  return nearest * metresPerDegree;
}

const positionsOf = (boundary: Boundary): Position[] =>
  piecesOf(boundary).flatMap(([outer = []]) => outer.map(([lon, lat]) => ({ lon, lat })));

/** Whether a corner of `inner` lies more than so many metres outside `outer`. */
export function reachesOut(inner: Boundary, outer: Boundary, metres: number): boolean {
  return positionsOf(inner).some((one) => !contains(outer, one) && metresToEdge(outer, one) > metres);
}

/** Whether two boundaries lie over each other by more than so many metres; edges drawn twice by hand never fit exactly. */
export function overlaps(a: Boundary, b: Boundary, metres: number): boolean {
  const deep = (inner: Boundary, outer: Boundary) =>
    [...positionsOf(inner), centreOf(inner)].some((one) => contains(outer, one) && metresToEdge(outer, one) > metres);
  return deep(a, b) || deep(b, a);
}

/** The middle of the largest piece. */
export function centreOf(boundary: Boundary): Position {
  const middles = piecesOf(boundary).map(([outer = []]) => middleOf(outer));
  const { lon, lat } = middles.reduce((best, next) => (next.area > best.area ? next : best));
  return { lon, lat };
}

function middleOf(ring: Ring): Position & { area: number } {
  const [originX, originY] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0, y0] = [(ring[i]?.[0] ?? 0) - originX, (ring[i]?.[1] ?? 0) - originY];
    const [x1, y1] = [(ring[i + 1]?.[0] ?? 0) - originX, (ring[i + 1]?.[1] ?? 0) - originY];
    const part = x0 * y1 - x1 * y0;
    area += part;
    x += (x0 + x1) * part;
    y += (y0 + y1) * part;
  }
  if (area === 0) return { lon: originX, lat: originY, area };
  return { lon: originX + x / (3 * area), lat: originY + y / (3 * area), area: Math.abs(area) };
}
