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

/** Plots that tile width × height with crooked borders and lanes between them. */
export function drawPlots(
  columns: number,
  rows: number,
  [width, height]: Point,
  chance: Chance,
): { plots: Plot[]; ring: Point[] } {
  const jitter = (size: number) => chance.between(-size, size);
  const knots = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column): Point => {
      const x = (column * width) / columns + jitter(14);
      return [x, (row * height) / rows + jitter(12)];
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
  const ring = [knot(0, 0), knot(0, columns), knot(rows, columns), knot(rows, 0)];
  return { plots, ring };
}
