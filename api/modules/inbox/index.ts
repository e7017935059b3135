import { inboxProblems } from '../../../contract/inbox.ts';
import type { Module, World } from '../../kernel/world.ts';
import { inboxJobs, inboxRecurring } from './jobs.ts';
import { inboxPermissions } from './policy.ts';
import { inboxRoutes } from './routes.ts';

export { conditionOf } from './reports.ts';

/** Inbox 收件箱: lists of cases, counts, saved filters, search. */
export function inboxModule(world: World): Module {
  return {
    name: 'inbox',
    routes: inboxRoutes(world),
    permissions: inboxPermissions,
    problems: inboxProblems,
    jobs: inboxJobs,
    recurring: inboxRecurring,
  };
}
