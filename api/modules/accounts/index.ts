import { accountsProblems } from '../../../contract/accounts.ts';
import type { Module, World } from '../../kernel/world.ts';
import { accountsPermissions } from './policy.ts';
import { accountsRoutes } from './routes.ts';

export { hashPassword } from '../../kernel/passwords.ts';
export {
  audited,
  findActor,
  isShut,
  nobody,
  openSession,
  provePassword,
  refuseWeakPassword,
  setPassword,
  throttled,
} from './actions.ts';
export type { AccountRow, GrantRow } from './queries.ts';
export {
  accountById,
  accountByLogin,
  accountColumns,
  contactOf,
  grantsOf,
  markSecondStep,
  markSession,
  revokeSessions,
  sessionsOf,
} from './queries.ts';
export { demonstrationPassword, grantView, signedIn, streetsView, tenantFor } from './reports.ts';
export { needsSecondStep, salutationOf } from './rules.ts';

/** Accounts 账号: who signs in, with what, and what of it is theirs to change. */
export function accountsModule(world: World): Module {
  return {
    name: 'accounts',
    routes: accountsRoutes(world),
    permissions: accountsPermissions,
    problems: accountsProblems,
  };
}
