import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Area } from '../../../contract/areas.ts';
import { getArea } from '../../client/areas.ts';
import { areasQuery } from '../../client/queries/areas.ts';

export const oneArea = (id: string) =>
  queryOptions({ queryKey: ['areas', 'one', id], queryFn: () => getArea(id), staleTime: 3_600_000 });

/** Communities with their grids below them, for choosing where. */
export function useAreaOptions(): { value: string; label: string; depth: number }[] {
  const { data: communities = [] } = useQuery(areasQuery({ tier: 'community' }));
  const { data: grids = [] } = useQuery(areasQuery({ tier: 'grid' }));
  return communities.flatMap((community) => [
    { value: community.id, label: community.name, depth: 0 },
    ...grids.filter(childOf(community)).map((grid) => ({ value: grid.id, label: grid.name, depth: 1 })),
  ]);
}

const childOf = (parent: Area) => (area: Area) => area.parentId === parent.id;
