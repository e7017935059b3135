import type { Boundary } from '../../../../contract/areas.ts';
import type { PublicPlan } from '../../../../contract/publication.ts';
import type { Position } from '../../../../contract/wire.ts';

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** SVG path of the outer rings of a boundary, of one piece or several. */
  path(boundary: Boundary): string;
  place(position: Position): { readonly x: number; readonly y: number };
}

const outerRings = (boundary: Boundary) =>
  (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates).flatMap(([outer]) =>
    outer ? [outer] : [],
  );

/** Lays the street out on a sheet `width` units wide, north up; undefined where nothing has a place. */
export function layOut(plan: Pick<PublicPlan, 'areas' | 'points'>, width = 720, margin = 16): Layout | undefined {
  const rings = plan.areas.flatMap(({ boundary }) => (boundary ? outerRings(boundary).flat() : []));
  const points = [...rings, ...plan.points.map(({ center }): [number, number] => [center.lon, center.lat])];
  if (points.length === 0) return undefined;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max((east - west) * shorten, 1e-6);
  const at = (lon: number, lat: number) => ({
    x: margin + (lon - west) * shorten * scale,
    y: margin + (north - lat) * scale,
  });
  return {
    width,
    height: Math.round((north - south) * scale + 2 * margin),
    place: ({ lon, lat }) => at(lon, lat),
    path: (boundary) =>
      outerRings(boundary)
        .map((ring) => ring.map(([lon, lat]) => at(lon, lat)).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`))
        .map((corners) => `M${corners.join('L')}Z`)
        .join(''),
  };
}
