import { queryOptions } from '@tanstack/react-query';
import { getFittingBodies, getParts, getWhistles } from '../hands.ts';
import { casesKey } from './cases.ts';

export const partsQuery = (id: string) =>
  queryOptions({ queryKey: [...casesKey, 'parts', id], queryFn: () => getParts(id), retry: false });
export const whistlesQuery = (id: string) =>
  queryOptions({ queryKey: [...casesKey, 'whistles', id], queryFn: () => getWhistles(id), retry: false });
export const fittingBodiesQuery = (id: string) =>
  queryOptions({ queryKey: [...casesKey, 'bodies', id], queryFn: () => getFittingBodies(id), staleTime: 60_000 });
