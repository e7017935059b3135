import type { QueryClient } from '@tanstack/react-query';
import { listDemoPeople, listStreets } from '../../client/accounts.ts';
import { casesQuery } from '../../client/queries/cases.ts';
import { meQuery } from '../../client/queries/me.ts';
import { demoPeopleQuery, streetsQuery } from '../features/accounts/queries.ts';
import { early, firstList } from './early.ts';

/** Lets the screens wait for what was asked before the program arrived instead of asking it again. */
export function takeEarly(queries: QueryClient): void {
  const { me, cases, streets, people } = early;
  const takeDoor = async () => {
    await queries.prefetchQuery({ ...streetsQuery, queryFn: async () => (await streets) ?? listStreets() });
    if (!queries.getQueryData(streetsQuery.queryKey)?.demonstration) return;
    await queries.prefetchQuery({ ...demoPeopleQuery, queryFn: async () => (await people) ?? listDemoPeople() });
  };
  if (!me) return void takeDoor();
  void queries.prefetchQuery({ ...meQuery, queryFn: () => me, retry: false });
  if (cases) void queries.prefetchInfiniteQuery({ ...casesQuery(firstList), queryFn: () => cases, retry: false });
  me.catch(takeDoor);
}
