import { figuresProblems } from '../../../contract/figures.ts';
import type { Module, World } from '../../kernel/world.ts';
import { figuresPermissions } from './policy.ts';
import { figuresRoutes } from './routes.ts';

export { overviewOf } from './reports.ts';

/** Figures 数据: what is counted, with the records behind every number. */
export function figuresModule(world: World): Module {
  return { name: 'figures', routes: figuresRoutes(world), permissions: figuresPermissions, problems: figuresProblems };
}
