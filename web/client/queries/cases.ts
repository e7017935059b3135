import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CaseFilter, CasesQuery } from '../../../contract/inbox.ts';
import { countCases, getCase, getTimeline, listCases, listCategories } from '../cases.ts';

/** Everything under `['cases']` is stale after any verb on any case. */
export const casesKey = ['cases'] as const;

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: [...casesKey, 'one', id], queryFn: () => getCase(id) });
export const timelineQuery = (id: string) =>
  queryOptions({ queryKey: [...casesKey, 'timeline', id], queryFn: () => getTimeline(id) });
export const countsQuery = queryOptions({ queryKey: [...casesKey, 'counts'], queryFn: countCases });

export const casesQuery = (filter: Partial<CaseFilter> & Pick<CasesQuery, 'sort' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => listCases({ ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => listCategories(),
  staleTime: 60 * 60_000,
});

/** With those that are no longer offered, for finding and reading old cases. */
export const everyCategoryQuery = queryOptions({
  queryKey: ['categories', 'every'],
  queryFn: () => listCategories('true'),
  staleTime: 60 * 60_000,
});
