import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CaseMetric } from '../../../../contract/cases.ts';
import { getOverview, listFigureRecords, listSavedFilters } from '../../../client/case-figures.ts';
import { listCases } from '../../../client/cases.ts';
import { getProposedDeadline } from '../../../client/deadlines.ts';
import { listOrganizations } from '../../../client/organizations.ts';
import { casesKey, casesQuery, countsQuery } from '../../../client/queries/cases.ts';
import { type InboxFilter, type InboxSort, queryOf } from './filter.ts';
import type { FigureSearch, OverviewSearch } from './period.ts';

const limit = 30;
/** Notices reach those concerned at once; what colleagues did with other cases is seen this much later. Milliseconds. */
const colleagues = 30_000;

export const inboxQuery = (filter: InboxFilter, sort: InboxSort) => ({
  ...casesQuery({ ...queryOf(filter), sort, limit }),
  placeholderData: keepPreviousData,
  refetchInterval: colleagues,
});

/** Open cases that a number or words find; a few, for choosing one. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: [...casesKey, 'found', q],
    queryFn: ({ signal }) => listCases({ q, open: 'true', sort: 'newest', limit: 6 }, signal),
    placeholderData: keepPreviousData,
  });

export const inboxCountsQuery = { ...countsQuery, refetchInterval: colleagues };

export const savedFiltersQuery = queryOptions({ queryKey: ['case-filters'], queryFn: listSavedFilters });

export const organizationsQuery = (area: string | undefined) =>
  queryOptions({ queryKey: ['organizations', area], queryFn: () => listOrganizations(area), staleTime: 5 * 60_000 });

/** Asked anew for each version of the case; not below the cases' own key, or a move by a colleague would ask for what is no longer to be had. */
export const proposedDeadlineQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['proposed-deadline', id, version],
    queryFn: () => getProposedDeadline(id),
    staleTime: 60_000,
  });

export const overviewQuery = (asked: OverviewSearch) =>
  queryOptions({
    queryKey: [...casesKey, 'overview', asked],
    queryFn: () => getOverview(asked),
    placeholderData: keepPreviousData,
  });

export const figureQuery = (metric: CaseMetric, search: FigureSearch) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'figure', metric, search],
    queryFn: ({ pageParam }) => listFigureRecords(metric, { ...search, cursor: pageParam, limit }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
