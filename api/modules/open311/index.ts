import { open311Problems } from '../../../contract/open311.ts';
import type { Module, World } from '../../kernel/world.ts';
import { open311Permissions } from './policy.ts';
import { open311Routes } from './routes.ts';

/** Open311 GeoReport v2 on the same cases: what applications for residents of other cities speak. */
export function open311Module(world: World): Module {
  return { name: 'open311', routes: open311Routes(world), permissions: open311Permissions, problems: open311Problems };
}
