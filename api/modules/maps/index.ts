import type { Module, World } from '../../kernel/world.ts';
import { mapsPermissions } from './policy.ts';
import { mapsRoutes } from './routes.ts';

/** Maps 底图: what lies under plans and boundaries, where the street has a key for it. */
export function mapsModule(world: World): Module {
  return { name: 'maps', routes: mapsRoutes(world), permissions: mapsPermissions, problems: {} };
}
