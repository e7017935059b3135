import { elsewhereProblems } from '../../../contract/elsewhere.ts';
import type { Module, World } from '../../kernel/world.ts';
import { elsewherePermissions } from './policy.ts';
import { elsewhereRoutes } from './routes.ts';

export { answerCheck, askChecks } from './actions.ts';

/** Elsewhere 举一反三: one case has the same looked for at other places. */
export function elsewhereModule(world: World): Module {
  return {
    name: 'elsewhere',
    routes: elsewhereRoutes(world),
    permissions: elsewherePermissions,
    problems: elsewhereProblems,
  };
}
