import { queryOptions } from '@tanstack/react-query';
import { listDemoPeople, listSessions, listStreets } from '../../../client/accounts.ts';

export const streetsQuery = queryOptions({ queryKey: ['streets'], queryFn: listStreets, staleTime: 60 * 60_000 });
export const demoPeopleQuery = queryOptions({
  queryKey: ['demo-people'],
  queryFn: listDemoPeople,
  staleTime: 60 * 60_000,
});
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: listSessions });
