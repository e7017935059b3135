import { passkeysProblems } from '../../../contract/passkeys.ts';
import type { Module, World } from '../../kernel/world.ts';
import { passkeysPermissions } from './policy.ts';
import { passkeysRoutes } from './routes.ts';

export { forgetPasskeys } from './actions.ts';

/** Passkeys 通行密钥: signing in with a key kept by the device, opened by finger, face or PIN (WebAuthn). */
export function passkeysModule(world: World): Module {
  return {
    name: 'passkeys',
    routes: passkeysRoutes(world),
    permissions: passkeysPermissions,
    problems: passkeysProblems,
  };
}
