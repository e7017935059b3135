import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BaseMapAnswer } from '../../contract/maps.ts';
import type { PlanTiles } from '../ui/plan/tiles.tsx';
import { call } from './http.ts';

const baseMapQuery = queryOptions({
  queryKey: ['base-map'],
  queryFn: async () => (await call<BaseMapAnswer>('GET', '/base-map')).baseMap,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Browsers that say what the line is like. */
interface Line {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
}

/** A screenful of tiles weighs several times what the plan itself does: not over a line that is slow or dear. */
const spares = ({ connection }: Line) =>
  connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? '4g');

/** The tiles under maps, where the street has any; `known` once that is answered, one way or the other. */
export function useBaseMap(): { tiles: PlanTiles | undefined; known: boolean } {
  const asked = useQuery(baseMapQuery);
  return { tiles: spares(navigator as Line) ? undefined : (asked.data ?? undefined), known: !asked.isPending };
}
