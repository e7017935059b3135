import { categoriesProblems } from '../../../contract/categories.ts';
import type { Module, World } from '../../kernel/world.ts';
import { categoriesPermissions } from './policy.ts';
import { categoriesRoutes } from './routes.ts';

export { exportTree } from './reports.ts';
export { importTree } from './sync.ts';

/** Categories 事项类别: the tree of what cases are about, kept by the street. */
export function categoriesModule(world: World): Module {
  return {
    name: 'categories',
    routes: categoriesRoutes(world),
    permissions: categoriesPermissions,
    problems: categoriesProblems,
  };
}
