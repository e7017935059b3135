import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listOrganizations } from '../../../client/organizations.ts';
import {
  type AccountFilter,
  getAccount,
  listAccounts,
  listEventsOf,
  listRoles,
  listSessionsOf,
} from '../../../client/roles.ts';

/** Everything about accounts, to be asked again after a change to one. */
export const accountsKey = ['accounts'] as const;
export const rolesKey = ['roles'] as const;

export const rolesQuery = queryOptions({ queryKey: rolesKey, queryFn: listRoles });

export const accountsQuery = (filter: AccountFilter) =>
  infiniteQueryOptions({
    queryKey: [...accountsKey, 'list', filter],
    queryFn: ({ pageParam }) => listAccounts({ ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const accountQuery = (id: string) =>
  queryOptions({ queryKey: [...accountsKey, 'one', id], queryFn: () => getAccount(id) });

export const sessionsOfQuery = (id: string) =>
  queryOptions({ queryKey: [...accountsKey, 'sessions', id], queryFn: () => listSessionsOf(id) });

export const eventsOfQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...accountsKey, 'events', id],
    queryFn: ({ pageParam }) => listEventsOf(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const bodiesQuery = (area: string | undefined) =>
  queryOptions({ queryKey: ['organizations', area], queryFn: () => listOrganizations(area), staleTime: 5 * 60_000 });
