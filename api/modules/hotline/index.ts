import { hotlineProblems } from '../../../contract/hotline.ts';
import type { Module, World } from '../../kernel/world.ts';
import { tellLater } from './jobs.ts';
import { hotlinePermissions } from './policy.ts';
import { hotlineRoutes } from './routes.ts';

export { type HotlineImportWanted, importOrders, mappedColumns } from './actions.ts';
export { orderAliases } from './rules.ts';

/** Hotline 热线工单: lists of 12345 become open cases, and go back with what became of them. */
export function hotlineModule(world: World): Module {
  return {
    name: 'hotline',
    routes: hotlineRoutes(world),
    permissions: hotlinePermissions,
    problems: hotlineProblems,
    jobs: [tellLater],
  };
}
