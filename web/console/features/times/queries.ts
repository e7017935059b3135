import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCalendar, getDeadlineClasses, getLadder, getWindows } from '../../../client/times.ts';

export const calendarQuery = (month: string) =>
  queryOptions({
    queryKey: ['times', 'calendar', month],
    queryFn: () => getCalendar(month),
    placeholderData: keepPreviousData,
  });
export const classesQuery = queryOptions({ queryKey: ['times', 'classes'], queryFn: getDeadlineClasses });
export const ladderQuery = queryOptions({ queryKey: ['times', 'ladder'], queryFn: getLadder });
export const windowsQuery = queryOptions({ queryKey: ['times', 'windows'], queryFn: getWindows });
