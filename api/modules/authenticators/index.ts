import { authenticatorsProblems } from '../../../contract/authenticators.ts';
import type { Module, World } from '../../kernel/world.ts';
import { authenticatorsPermissions } from './policy.ts';
import { authenticatorsRoutes } from './routes.ts';

export { resetSecondStep } from './actions.ts';

/** Authenticators 验证器: the second step of signing in, an app that shows codes (TOTP), with recovery codes. */
export function authenticatorsModule(world: World): Module {
  return {
    name: 'authenticators',
    routes: authenticatorsRoutes(world),
    permissions: authenticatorsPermissions,
    problems: authenticatorsProblems,
  };
}
