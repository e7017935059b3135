import { queryOptions } from '@tanstack/react-query';
import type { Tier } from '../../../contract/areas.ts';
import { listAreas, naturalOrder } from '../areas.ts';

/** Children of an area, or all of one tier below it, 2号楼 before 10号楼. */
export const areasQuery = (query: { parent?: string; tier?: Tier }) =>
  queryOptions({
    queryKey: ['areas', query],
    queryFn: async () => naturalOrder((await listAreas(query)).areas),
    staleTime: 10 * 60_000,
  });
