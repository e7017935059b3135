import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Language } from '../../contract/wire.ts';
import type { Clock } from './clock.ts';
import type { Context, Db } from './db.ts';
import type { ActiveGrant } from './permissions.ts';
import type { Problem } from './problem.ts';

/** Whoever a request acts for. */
export interface Actor {
  tenantId: string;
  accountId: string;
  sessionId: string;
  name: string;
  language: Language;
  grants: readonly ActiveGrant[];
  /** What this session has to do first (a second step, a password of one's own); until then only routes that name its code are open. */
  held?: Problem | undefined;
}

/** The context of the actor's transactions. Rows with personal fields open where the actor works: in areas, and for bodies. */
export function contextOf(actor: Actor): Context {
  const working = actor.grants.filter(({ roleSet }) => roleSet !== 'resident');
  // A handler works for a body; where the role was granted says where the body may be sent.
  const placed = working.filter(({ roleSet }) => roleSet !== 'handler');
  const bodies = working.flatMap(({ organizationId }) => organizationId ?? []);
  return {
    tenantId: actor.tenantId,
    accountId: actor.accountId,
    reach: placed.some(({ tier }) => tier === 'street') ? '*' : [...placed.map(({ areaId }) => areaId), ...bodies],
  };
}

const tokenShape = /^lj_[A-Za-z0-9_-]{64}$/;

/** The tenant's id and 256 random bits. The tenant is only a hint of where to look: the session row in there decides. */
export function newToken(tenantId: string): string {
  return `lj_${Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')}`;
}

export function tenantOfToken(token: string): string | undefined {
  if (!tokenShape.test(token)) return undefined;
  const hex = Buffer.from(token.slice(3), 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export type FindActor = (token: string) => Promise<Actor | undefined>;

export interface Actors {
  find: FindActor;
  /** Whether the token was somebody's a moment ago. */
  knows(token: string): boolean;
  forget(accountId: string): void;
  onChanged(hear: (accountId: string) => void): () => void;
}

interface Remembered {
  actor: Promise<Actor | undefined>;
  since: number;
}

/**
 * Who a token belongs to, remembered for at most a second and forgotten at once in every process when a session, a
 * grant or an account of the tenant changes (channel `linju_access`).
 * A grant that begins or ends by itself is noticed within that second.
 */
export async function openActors(db: Db, clock: Clock, find: FindActor): Promise<Actors> {
  const remembered = new Map<string, Remembered>();
  const changes = new EventEmitter().setMaxListeners(0);
  const changed = (accountId: string) => {
    remembered.clear();
    changes.emit('changed', accountId);
  };
  await db.listen('linju_access', changed);
  return {
    find(token) {
      const known = remembered.get(token);
      const now = clock.now().getTime();
      if (known && now >= known.since && now < known.since + 1_000) return known.actor;
      if (remembered.size > 50_000) remembered.clear();
      const actor = find(token);
      remembered.set(token, { actor, since: now });
      actor.then(
        (found) => found ?? remembered.delete(token),
        () => remembered.delete(token),
      );
      return actor;
    },
    knows: (token) => remembered.has(token),
    forget(accountId) {
      changed(accountId);
      void db.notify('linju_access', accountId).catch(() => undefined);
    },
    onChanged(hear) {
      changes.on('changed', hear);
      return () => changes.off('changed', hear);
    },
  };
}
