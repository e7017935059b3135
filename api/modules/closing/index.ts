import type { Module, World } from '../../kernel/world.ts';
import { closingJobs, closingTimes } from './jobs.ts';
import { closingPermissions } from './policy.ts';
import { closingRoutes } from './routes.ts';

export { archiveCase, archiveOverdue, closeUnconfirmed, remindRaisers } from './actions.ts';

/** Closing 办结与归档: what nobody confirms is closed without a word, what is long over is put away. */
export function closingModule(world: World): Module {
  return {
    name: 'closing',
    routes: closingRoutes(world),
    permissions: closingPermissions,
    problems: {},
    jobs: closingJobs,
    recurring: closingTimes,
  };
}
