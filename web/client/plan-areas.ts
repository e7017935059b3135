import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Area, Boundary } from '../../contract/areas.ts';
import type { PlanMark, PlanShape } from '../ui/plan/sheet.ts';
import { areasQuery } from './queries/areas.ts';

const ringsOf = (boundary: Boundary) =>
  boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();

const ranks: Readonly<Record<string, number>> = { community: 0, grid: 1 };

function shapesOf(areas: readonly Area[]): PlanShape[] {
  return areas.flatMap(({ id, name, tier, boundary, center }) =>
    boundary ? [{ id, name, rings: ringsOf(boundary), middle: center, rank: ranks[tier] ?? 2 }] : [],
  );
}

/** The communities and grids of the street as shapes, and the houses of the areas asked for. */
export function usePlanAreas(houseAreas: readonly string[]) {
  const communities = useQuery(areasQuery({ tier: 'community' }));
  const grids = useQuery(areasQuery({ tier: 'grid' }));
  const houses = useQueries({
    queries: houseAreas.map((parent) => areasQuery({ parent, tier: 'building' })),
    combine: (answers) => answers.flatMap(({ data = [] }) => data),
  });
  const drawn = communities.data && grids.data;
  const shapes = useMemo(
    () => shapesOf([...(communities.data ?? []), ...(grids.data ?? []), ...unique(houses)]),
    [communities.data, grids.data, houses],
  );
  const marks = useMemo(
    (): PlanMark[] =>
      unique(houses).flatMap(({ id, name, boundary, center }) =>
        center && !boundary ? [{ id, name, at: center }] : [],
      ),
    [houses],
  );
  return { shapes, marks, ready: drawn !== undefined, error: communities.error ?? grids.error };
}

const unique = (areas: readonly Area[]): Area[] => [...new Map(areas.map((area) => [area.id, area])).values()];

/** The outline of an area, as the first thing to be shown; nothing where it has none. */
export const outlineOf = (shapes: readonly PlanShape[], id: string | undefined) =>
  (shapes.find((shape) => shape.id === id)?.rings.flat() ?? []).map(([lon, lat]) => ({ lon, lat }));
