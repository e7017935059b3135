import { uuidv7 } from 'uuidv7';
import { calendarProblems, type SetCalendarDay, type WorkingWeek } from '../../../contract/calendar.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import * as queries from './queries.ts';

/** From now on new deadlines go by this week; those already set stay. */
export function setWeek({ tx, now }: Deed, week: WorkingWeek): void {
  queries.keepWeek(tx, week);
  appendEvent(tx, {
    subjectKind: 'calendar',
    subjectId: tx.context.tenantId,
    verb: 'set_week',
    at: now,
    data: { ...week },
  });
}

/** Makes a day a day off or a working day, whatever the week and the published holidays say. */
export async function setDay({ tx, now }: Deed, { day, working, name }: SetCalendarDay): Promise<void> {
  const id = await queries.keepDay(tx, { id: uuidv7(), day, working, name });
  appendEvent(tx, { subjectKind: 'calendar_day', subjectId: id, verb: 'set', at: now, data: { day, working, name } });
}

/** The day is again what the published holidays and the week make it. Gives back the day. */
export async function clearDay({ tx, now }: Deed, id: string): Promise<string> {
  const day = await queries.forgetDay(tx, id);
  if (!day) throw fail(calendarProblems, 'calendar.day_not_found');
  appendEvent(tx, { subjectKind: 'calendar_day', subjectId: id, verb: 'clear', at: now, data: { day } });
  return day;
}
