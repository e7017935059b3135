import { areasProblems } from '../../../contract/areas.ts';
import type { Module } from '../../kernel/world.ts';
import { areasPermissions } from './policy.ts';
import { areasRoutes } from './routes.ts';

export type { AreaRow, NewArea } from './queries.ts';
export { areaByCodeOrName, areaById, areasOfTier, childrenOf, insertAreas } from './queries.ts';
export { ancestorsOf, areaRef, locate } from './reports.ts';
export { byNaturalName, pathLabel } from './rules.ts';

/** Areas 区域: the tree of the street that everything hangs on. */
export function areasModule(): Module {
  return { name: 'areas', routes: areasRoutes(), permissions: areasPermissions, problems: areasProblems };
}
