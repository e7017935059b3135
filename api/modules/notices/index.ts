import type { Module, World } from '../../kernel/world.ts';
import { noticesPermissions } from './policy.ts';
import { noticesRoutes } from './routes.ts';

export { deskAt, deskOf, followersOf, personOf } from './queries.ts';
export { closeStreams } from './sync.ts';

/** Notices 消息: what reached one person, live and to be read again. */
export function noticesModule(world: World): Module {
  return { name: 'notices', routes: noticesRoutes(world), permissions: noticesPermissions, problems: {} };
}
