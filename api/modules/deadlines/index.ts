import { deadlinesProblems } from '../../../contract/deadlines.ts';
import type { Module } from '../../kernel/world.ts';
import { deadlinesPermissions } from './policy.ts';
import { deadlinesRoutes } from './routes.ts';

export { allowances, classFor, insertClasses } from './queries.ts';
export {
  type CaseDeadline,
  cappedAt,
  deadlineAt,
  deadlineBy,
  deadlineOf,
  deadlineWithin,
  windowsOf,
} from './reports.ts';

/** Deadlines 时限: classes of time allowed as data of a street, and how long it waits at the end of a case. */
export function deadlinesModule(): Module {
  return {
    name: 'deadlines',
    routes: deadlinesRoutes(),
    permissions: deadlinesPermissions,
    problems: deadlinesProblems,
  };
}
