import { queryOptions } from '@tanstack/react-query';
import { areaHistory, findAreas, listAreaKinds } from '../../../client/area-changes.ts';
import { getArea, listAreas, naturalOrder } from '../../../client/areas.ts';

/** What stands right below an area; closed areas only when they are asked for. */
export const childrenQuery = (parent: string, closed: boolean) =>
  queryOptions({
    queryKey: ['areas', 'children', parent, closed],
    queryFn: async () => naturalOrder((await listAreas({ parent, ...(closed ? { closed: 'true' } : {}) })).areas),
  });

export const detailQuery = (id: string) =>
  queryOptions({ queryKey: ['areas', 'detail', id], queryFn: () => getArea(id) });

export const historyQuery = (id: string) =>
  queryOptions({ queryKey: ['areas', 'history', id], queryFn: () => areaHistory(id) });

export const kindsQuery = queryOptions({
  queryKey: ['area-kinds'],
  queryFn: listAreaKinds,
  staleTime: 10 * 60_000,
});

export const matchesQuery = (words: string) =>
  queryOptions({ queryKey: ['areas', 'matches', words], queryFn: () => findAreas(words), enabled: words !== '' });
