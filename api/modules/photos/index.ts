import { photosProblems } from '../../../contract/photos.ts';
import type { Module, World } from '../../kernel/world.ts';
import { photosPermissions } from './policy.ts';
import { photosRoutes } from './routes.ts';

/** Photos 照片: uploaded first, hung on a case afterwards. */
export function photosModule(world: World): Module {
  return { name: 'photos', routes: photosRoutes(world), permissions: photosPermissions, problems: photosProblems };
}
