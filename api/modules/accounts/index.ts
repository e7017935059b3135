import { accountsProblems } from '../../../contract/accounts.ts';
import type { Module, World } from '../../kernel/world.ts';
import { accountsPermissions } from './policy.ts';
import { accountsRoutes } from './routes.ts';

export type { AccountWords } from './actions.ts';
export { createAccount, findActor, grantRole, hashPassword, openSession, setPassword } from './actions.ts';
export { accountByLogin, contactOf, rolesOf } from './queries.ts';
export { demonstrationPassword } from './reports.ts';

/** Accounts 账号: who signs in, and which roles they hold where. */
export function accountsModule(world: World): Module {
  return {
    name: 'accounts',
    routes: accountsRoutes(world),
    permissions: accountsPermissions,
    problems: accountsProblems,
  };
}
