import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listAccounts, listDemoPeople, listRoles, listSessions, listStreets } from '../../../client/accounts.ts';
import { listOrganizations } from '../../../client/organizations.ts';

export const streetsQuery = queryOptions({ queryKey: ['streets'], queryFn: listStreets });
export const demoPeopleQuery = queryOptions({ queryKey: ['demo-people'], queryFn: listDemoPeople });
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: listSessions });
export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: listRoles, staleTime: 5 * 60_000 });

export const accountsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['accounts', q],
    queryFn: ({ pageParam }) => listAccounts({ q, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const bodiesQuery = (area: string | undefined) =>
  queryOptions({ queryKey: ['organizations', area], queryFn: () => listOrganizations(area), staleTime: 5 * 60_000 });
