import { rolesProblems } from '../../../contract/roles.ts';
import type { Module, World } from '../../kernel/world.ts';
import { rolesPermissions } from './policy.ts';
import { rolesRoutes } from './routes.ts';

export type { AccountWords } from './actions.ts';
export { createAccount, grantRole, otherAccount, tellAbout } from './actions.ts';
export { rolesOf } from './queries.ts';

/** Roles 人员与角色: who has an account and which roles they hold where, kept by administrators. */
export function rolesModule(world: World): Module {
  return { name: 'roles', routes: rolesRoutes(world), permissions: rolesPermissions, problems: rolesProblems };
}
