import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db.ts';
import type { Job, Recurring } from './jobs.ts';
import type { ActiveGrant, PermissionTable, Scope } from './permissions.ts';
import type { ProblemTable } from './problem.ts';
import type { AnyRoute } from './route.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

/** What the process hands to each module when it is built. */
export interface World {
  config: Config;
  db: Db;
  clock: Clock;
  secrets: Secrets;
  storage: Storage;
  log: Logger;
  /** The next number of a series. */
  nextSerial(tenantId: string, series: string): Promise<number>;
  /** Whom the token of a request belongs to now; nobody while the session is held back. */
  actorOf(request: FastifyRequest): Promise<Actor | undefined>;
  /** How far a permission reaches for an actor. */
  scopeOf(actor: Actor, permission: string): Scope;
  /** The permissions these grants give, for the faces to show only what works. */
  permissionsOf(grants: readonly ActiveGrant[]): string[];
  /** Forgets what is remembered of who may what, in every process, because an account's rights or sessions have changed. */
  forgetActors(accountId: string): void;
  /** Hears of every such change; an empty account id means that changes may have been missed. Gives back how to stop. */
  onAccessChanged(hear: (accountId: string) => void): () => void;
}

/** What a module gives to the app. */
export interface Module {
  name: string;
  routes: readonly AnyRoute[];
  permissions: PermissionTable;
  problems: ProblemTable;
  /** What it does by itself. */
  jobs?: readonly Job[];
  recurring?: readonly Recurring[];
}
