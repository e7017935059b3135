import { areasProblems } from '../../../contract/areas.ts';
import type { Module, World } from '../../kernel/world.ts';
import { areasPermissions } from './policy.ts';
import { areasRoutes } from './routes.ts';

export { areaFor, insertArea, kindBelow, reachesArea, recordArea } from './actions.ts';
export type { AreaRow, NewArea, Predecessor } from './queries.ts';
export {
  areaByCodeOrName,
  areaById,
  areasById,
  areasOfTier,
  childrenOf,
  closeAreas,
  drawBoundary,
  hangBelow,
  insertAreas,
  insertSuccession,
  isNameBeside,
  kinds,
  labelsOf,
  lockArea,
  predecessorsOf,
  putLabels,
  retireAreas,
  settleSubtrees,
  subtreeOf,
} from './queries.ts';
export { ancestorsOf, areaDetail, areaInUse, areaRef, locate } from './reports.ts';
export { byNaturalName, codeFrame, isArrangedByStreet, nextCode, numberedBy, pathLabel } from './rules.ts';

/** Areas 区域: the tree of the street that everything hangs on. */
export function areasModule(world: World): Module {
  return { name: 'areas', routes: areasRoutes(world), permissions: areasPermissions, problems: areasProblems };
}
