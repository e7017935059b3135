import type { Module, World } from '../../kernel/world.ts';
import { levelsPermissions } from './policy.ts';
import { levelsRoutes } from './routes.ts';

export { handOver, sendBack } from './actions.ts';

/** Levels 层级: the handler sends a case back to the desk, a desk hands it up or down. */
export function levelsModule(world: World): Module {
  return { name: 'levels', routes: levelsRoutes(world), permissions: levelsPermissions, problems: {} };
}
