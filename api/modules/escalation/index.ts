import { escalationProblems } from '../../../contract/escalation.ts';
import type { Module, World } from '../../kernel/world.ts';
import { eachMinute, watch } from './jobs.ts';
import { escalationPermissions } from './policy.ts';
import { escalationRoutes } from './routes.ts';

export { superviseCase, urgeCase, watchDeadlines } from './actions.ts';
export { watch } from './jobs.ts';
export { replaceRungs } from './queries.ts';

/** Escalation 催升: what happens when nobody acts, urging 催办 and watching over 督办. */
export function escalationModule(world: World): Module {
  return {
    name: 'escalation',
    routes: escalationRoutes(world),
    permissions: escalationPermissions,
    problems: escalationProblems,
    jobs: [watch],
    recurring: [eachMinute],
  };
}
