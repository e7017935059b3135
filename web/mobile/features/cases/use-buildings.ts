import { useQuery } from '@tanstack/react-query';
import { areasQuery } from '../../../client/queries/areas.ts';
import { useMe } from '../../app/use-me.ts';
import { type BuildingGroup, groupBuildings } from './buildings.ts';

/** The buildings of an area by grid, one's own grid first. `data` stands once grids and buildings are both there. */
export function useBuildings(rootId: string) {
  const me = useMe();
  const own = me.home.find(({ tier }) => tier === 'grid') ?? me.grants.find(({ area }) => area.tier === 'grid')?.area;
  const grids = useQuery(areasQuery({ parent: rootId, tier: 'grid' }));
  const microGrids = useQuery(areasQuery({ parent: rootId, tier: 'micro_grid' }));
  const buildings = useQuery(areasQuery({ parent: rootId, tier: 'building' }));
  const asked = [grids, microGrids, buildings];
  const above = [...(grids.data ?? []), ...(microGrids.data ?? [])];
  const ready = asked.every(({ data }) => data !== undefined);
  const data: BuildingGroup[] | undefined = ready ? groupBuildings(buildings.data ?? [], above, own?.name) : undefined;
  return {
    data,
    error: asked.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(asked.map(({ refetch }) => refetch())),
  };
}
