import { calendarProblems } from '../../../contract/calendar.ts';
import type { Module } from '../../kernel/world.ts';
import { calendarPermissions } from './policy.ts';
import { calendarRoutes } from './routes.ts';

export { calendarOf } from './reports.ts';
export {
  afterPause,
  type Calendar,
  type Deadline,
  deadlineFrom,
  dueFrom,
  isWorkingUnit,
  nearBefore,
  type Pause,
  type TimeAllowed,
  timeLeft,
} from './rules.ts';

/** The working calendar 工作日历 of a street, and what deadlines become by it. */
export function calendarModule(): Module {
  return { name: 'calendar', routes: calendarRoutes(), permissions: calendarPermissions, problems: calendarProblems };
}
