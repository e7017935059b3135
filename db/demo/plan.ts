import type { Polygon } from '../../contract/areas.ts';
import type { Position } from '../../contract/wire.ts';
import type { Chance } from './chance.ts';

/** A point on the drawn plan; one unit is two metres, y grows southwards. */
export type Point = readonly [x: number, y: number];
export type Quad = readonly [Point, Point, Point, Point];

/** A plot of ground: its outline, and the four corners between which houses stand. */
export interface Plot {
  ring: readonly Point[];
  yard: Quad;
}

const metresPerUnit = 2;
const metresPerDegree = 111_320;
/** North-west corner of the plan; there is no such street in the world. */
const corner: Position = { lon: 118.16, lat: 26.66 };
const shrink = Math.cos((corner.lat * Math.PI) / 180);

/** WGS-84 of a point, to about 0.1 m. */
export function positionOf([x, y]: Point): Position {
  const degrees = metresPerUnit / metresPerDegree;
  return { lon: round(corner.lon + (x * degrees) / shrink), lat: round(corner.lat - y * degrees) };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function polygonOf(ring: readonly Point[]): Polygon {
  const corners = ring.map((point): [number, number] => {
    const { lon, lat } = positionOf(point);
    return [lon, lat];
  });
  const first = corners[0];
  return { type: 'Polygon', coordinates: [first ? [...corners, first] : corners] };
}

export function centreOf(ring: readonly Point[]): Point {
  const sum = ring.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

/** The point at (u, v) of a quadrilateral, both 0 to 1, from its north-west corner clockwise. */
export function within([nw, ne, se, sw]: Quad, u: number, v: number): Point {
  return between(between(nw, ne, u), between(sw, se, u), v);
}

export function moved(ring: readonly Point[], [dx, dy]: Point): Point[] {
  return ring.map(([x, y]) => [x + dx, y + dy]);
}

/** The part of a quadrilateral from (u0, v0) to (u1, v1). */
export function partOf(quad: Quad, u0: number, v0: number, u1: number, v1: number): Quad {
  return [within(quad, u0, v0), within(quad, u1, v0), within(quad, u1, v1), within(quad, u0, v1)];
}

/** Plots that tile width × height with crooked borders and lanes between them, and the border round them all. */
export function drawPlots(
  columns: number,
  rows: number,
  [width, height]: Point,
  chance: Chance,
): { plots: Plot[]; ring: Point[] } {
  const knots = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column): Point => {
      // Corners of the whole give way inwards, so that no community is a rectangle.
      const corner = (row === 0 || row === rows) && (column === 0 || column === columns);
      const inwards = corner ? chance.between(0.04, 0.2) : 0;
      const [u, v] = [column / columns, row / rows].map((share) => share + (0.5 - share) * inwards) as [number, number];
      return [u * width + chance.between(-16, 16), v * height + chance.between(-14, 14)];
    }),
  );
  const knot = (row: number, column: number): Point => knots[row]?.[column] ?? [0, 0];
  const plots: Plot[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const whole: Quad = [knot(row, column), knot(row, column + 1), knot(row + 1, column + 1), knot(row + 1, column)];
      const yard = partOf(whole, 0.05, 0.06, 0.95, 0.94);
      plots.push({ ring: yard, yard: partOf(yard, 0.08, 0.1, 0.92, 0.9) });
    }
  }
  const side = (from: number, to: number, at: (step: number) => Point) =>
    Array.from({ length: Math.abs(to - from) }, (_, step) => at(from < to ? from + step : from - step));
  const ring = [
    ...side(0, columns, (column) => knot(0, column)),
    ...side(0, rows, (row) => knot(row, columns)),
    ...side(columns, 0, (column) => knot(rows, column)),
    ...side(rows, 0, (row) => knot(row, 0)),
  ];
  return { plots, ring };
}
