import { jointProblems } from '../../../contract/joint.ts';
import type { Module, World } from '../../kernel/world.ts';
import { jointPermissions } from './policy.ts';
import { jointRoutes } from './routes.ts';

export { askBodies, closeParts, finishPart, involveBodies, signPart } from './actions.ts';
export { helpersOf, insertHelpers, settleHelpers } from './queries.ts';

/** Parts 协办: one body leads a case, others help with a part of their own. */
export function jointModule(world: World): Module {
  return { name: 'joint', routes: jointRoutes(world), permissions: jointPermissions, problems: jointProblems };
}
