import type { Module, World } from '../../kernel/world.ts';
import { trailPermissions } from './policy.ts';
import { trailRoutes } from './routes.ts';

/** The trail 进展 of a case: who did what, with the words that belong to each step. */
export function trailModule(world: World): Module {
  return { name: 'trail', routes: trailRoutes(world), permissions: trailPermissions, problems: {} };
}
