import { queryOptions } from '@tanstack/react-query';
import { listDemoPeople, listSessions, listStreets } from '../../../client/accounts.ts';

export const streetsQuery = queryOptions({ queryKey: ['streets'], queryFn: listStreets });
export const demoPeopleQuery = queryOptions({ queryKey: ['demo-people'], queryFn: listDemoPeople });
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: listSessions });
