import type { Polygon, Tier } from '../../../contract/areas.ts';
import { tiers } from '../../../contract/areas.ts';
import type { Position } from '../../../contract/wire.ts';

/** 2号楼 before 10号楼 (DOMAIN §1.4). */
export const byNaturalName = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare;

/** Ltree labels hold letters, digits and `_` only; ids are unique, codes may change. */
export function pathLabel(id: string): string {
  return id.replaceAll('-', '');
}

/** Which column of a record carries an area of this tier; none for street, unit and dwelling. */
export function isBelow(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(tier) > tiers.indexOf(other);
}

/** Ray casting on the outer ring; an edge counts as inside. Degrees, fine at the size of a street. */
export function contains(boundary: Polygon, { lon, lat }: Position): boolean {
  const ring = boundary.coordinates[0] ?? [];
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] ?? [0, 0];
    const [x2, y2] = ring[j] ?? [0, 0];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

const metresPerDegree = 111_320;

/** Metres between two positions a few kilometres apart at most (equirectangular). */
export function metresBetween(a: Position, b: Position): number {
  const x = (b.lon - a.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(x, b.lat - a.lat) * metresPerDegree;
}
