import { georeportProblems } from '../../../contract/georeport.ts';
import type { Module, World } from '../../kernel/world.ts';
import { georeportPermissions } from './policy.ts';
import { georeportRoutes } from './routes.ts';

/** Open311 GeoReport v2 on the same cases: what applications for residents of other cities speak. */
export function georeportModule(world: World): Module {
  return {
    name: 'georeport',
    routes: georeportRoutes(world),
    permissions: georeportPermissions,
    problems: georeportProblems,
  };
}
