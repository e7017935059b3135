import { neighboursProblems } from '../../../contract/neighbours.ts';
import type { Module, World } from '../../kernel/world.ts';
import { neighboursPermissions } from './policy.ts';
import { neighboursRoutes } from './routes.ts';

export { joinCase, leaveCase, mergeCases, unmergeCase } from './actions.ts';
export { isPublic, type NeighbourRow, neighbourCases } from './queries.ts';
export { neighbourView } from './reports.ts';

/** Neighbours 邻里: who has the same (我也是), and several cases become one (并案). */
export function neighboursModule(world: World): Module {
  return {
    name: 'neighbours',
    routes: neighboursRoutes(world),
    permissions: neighboursPermissions,
    problems: neighboursProblems,
  };
}
