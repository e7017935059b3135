import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PublicCasesQuery } from '../../../contract/publication.ts';
import { getPublic, getPublicPlan, listPublic } from '../publication.ts';
import { casesKey } from './cases.ts';

const key = [...casesKey, 'public'] as const;

export const publicQuery = (asked: Pick<PublicCasesQuery, 'street' | 'state' | 'category' | 'area'>) =>
  infiniteQueryOptions({
    queryKey: [...key, 'list', asked],
    queryFn: ({ pageParam }) => listPublic({ ...asked, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const publicCaseQuery = (id: string, street: string | undefined) =>
  queryOptions({ queryKey: [...key, 'one', id], queryFn: () => getPublic(id, street) });

export const planQuery = (street: string | undefined) =>
  queryOptions({ queryKey: [...key, 'plan', street], queryFn: () => getPublicPlan(street) });
