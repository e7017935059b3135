import { type Actor, openActors } from './kernel/actor.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { openDb } from './kernel/db.ts';
import { tokenOf } from './kernel/http.ts';
import type { Log } from './kernel/log.ts';
import { shareDeliveries } from './kernel/notices.ts';
import { type PermissionTable, reachesNothing, scopeOf } from './kernel/permissions.ts';
import { openSecrets } from './kernel/secrets.ts';
import { openSerials } from './kernel/serials.ts';
import { openStorage } from './kernel/storage.ts';
import type { Module, World } from './kernel/world.ts';
import { findActor } from './modules/accounts/index.ts';
import { buildModules } from './modules.ts';

export interface WorldOptions {
  config: Config;
  /** Connection string of the serving role. */
  appUrl: string;
  log: Log;
  clock?: Clock;
}

export interface OpenWorld {
  world: World;
  modules: readonly Module[];
  permissions: PermissionTable;
  findActor(token: string): Promise<Actor | undefined>;
  /** Whether a token was seen lately and belonged to somebody; asks nobody. */
  knows(token: string): boolean;
  close(): Promise<void>;
}

/** Everything but HTTP: what the server, the command line and the tests stand on. */
export async function openWorld({ config, appUrl, log, clock = systemClock }: WorldOptions): Promise<OpenWorld> {
  const db = openDb(appUrl, config.poolSize, (error) => log.warn({ err: error }, 'database connection'));
  const secrets = openSecrets(config.secretFile, config.cipher);
  const storage = await openStorage(config.files);
  const permissions: Record<string, PermissionTable[string]> = {};
  const actors = await openActors(db, clock, (token) => findActor(world, token));
  const world: World = {
    config,
    db,
    clock,
    secrets,
    storage,
    log,
    nextSerial: openSerials(db),
    async actorOf(request) {
      const given = tokenOf(request);
      const actor = given ? await actors.find(given.token) : undefined;
      return actor?.held ? undefined : actor;
    },
    scopeOf: (actor, permission) => scopeOf(permissions, permission, actor.accountId, actor.grants),
    permissionsOf: (grants) =>
      Object.keys(permissions).filter((permission) => !reachesNothing(scopeOf(permissions, permission, 'me', grants))),
    forgetActors: actors.forget,
    onAccessChanged: actors.onChanged,
  };
  const modules = buildModules(world);
  for (const module of modules) Object.assign(permissions, module.permissions);
  const stopSharing = await shareDeliveries(db);
  return {
    world,
    modules,
    permissions,
    findActor: actors.find,
    knows: actors.knows,
    async close() {
      stopSharing();
      await db.close();
    },
  };
}
