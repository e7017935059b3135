import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SimilarQuery } from '../../../contract/neighbours.ts';
import { getFollowed, listFollowed, similarCases, similarTo } from '../neighbours.ts';
import { casesKey } from './cases.ts';

/** What is open close by; it lies under the cases because a verb on any of them may change it. */
const key = [...casesKey, 'neighbours'] as const;

export const similarQuery = (asked: SimilarQuery) =>
  queryOptions({
    queryKey: [...key, 'similar', asked],
    queryFn: ({ signal }) => similarCases(asked, signal),
    // Shown beside a form, never in its way: one that fails is simply not there.
    retry: false,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const similarToQuery = (id: string) =>
  queryOptions({ queryKey: [...key, 'similar-to', id], queryFn: () => similarTo(id) });

export const followedQuery = infiniteQueryOptions({
  queryKey: [...key, 'followed'],
  queryFn: ({ pageParam }) => listFollowed(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const followedCaseQuery = (id: string) =>
  queryOptions({ queryKey: [...key, 'followed', id], queryFn: () => getFollowed(id) });
