import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Area } from '../../../contract/areas.ts';
import { getArea } from '../../client/areas.ts';
import { areasQuery } from '../../client/queries/areas.ts';

export const oneArea = (id: string) =>
  queryOptions({ queryKey: ['areas', 'one', id], queryFn: () => getArea(id), staleTime: 3_600_000 });

/** Communities with their grids below them, for choosing where. */
export function useAreaOptions(enabled = true): { value: string; label: string; depth: number }[] {
  const { data: communities = [] } = useQuery({ ...areasQuery({ tier: 'community' }), enabled });
  const { data: grids = [] } = useQuery({ ...areasQuery({ tier: 'grid' }), enabled });
  return communities.toSorted(byCode).flatMap((community) => [
    { value: community.id, label: community.name, depth: 0 },
    ...grids
      .filter(childOf(community))
      .toSorted(byCode)
      .map((grid) => ({ value: grid.id, label: grid.name, depth: 1 })),
  ]);
}

const childOf = (parent: Area) => (area: Area) => area.parentId === parent.id;

// Codes are given from west to east and north to south; sorted by name, 第二 stands before 第一.
export const byCode = (a: Area, b: Area) => (a.code < b.code ? -1 : 1);
