import { redistrictingProblems } from '../../../contract/redistricting.ts';
import type { Module, World } from '../../kernel/world.ts';
import { redistrictingPermissions } from './policy.ts';
import { redistrictingRoutes } from './routes.ts';

/** Redistricting 区划调整: areas are split, merged, moved and closed, and what hangs on them follows. */
export function redistrictingModule(world: World): Module {
  return {
    name: 'redistricting',
    routes: redistrictingRoutes(world),
    permissions: redistrictingPermissions,
    problems: redistrictingProblems,
  };
}
