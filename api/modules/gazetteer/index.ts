import { gazetteerProblems } from '../../../contract/gazetteer.ts';
import type { Module, World } from '../../kernel/world.ts';
import { gazetteerPermissions } from './policy.ts';
import { gazetteerRoutes } from './routes.ts';

export { type GazetteerImport, importGazetteer } from './actions.ts';
export { exportGazetteer, placesBelow } from './reports.ts';
export type { FoundPlace } from './rules.ts';

/** Gazetteer 区域名册: the tree of areas as a workbook, out and in. */
export function gazetteerModule(world: World): Module {
  return {
    name: 'gazetteer',
    routes: gazetteerRoutes(world),
    permissions: gazetteerPermissions,
    problems: gazetteerProblems,
  };
}
