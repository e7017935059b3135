import { hash, verify } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import {
  accountsProblems,
  type ChangePassword,
  type CreateAccount,
  type CreateGrant,
  type UpdateMe,
} from '../../../contract/accounts.ts';
import { type Actor, hashToken, newToken, tenantOfToken } from '../../kernel/actor.ts';
import { appendEvent } from '../../kernel/audit.ts';
import type { Context, Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as queries from './queries.ts';
import {
  isWeakPassword,
  looksLikePhone,
  salutationOf,
  sessionDays,
  tooManyTries,
  triesWindowMinutes,
} from './rules.ts';

// argon2id with little memory and many passes: the cost of BARS S7 without a burst of sign-ins filling the server's memory.
const argon = { memoryCost: 19_456, timeCost: 8, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}

function isNowhere(error: unknown): boolean {
  return (error as { code?: string }).code === '23503';
}

function audited(tx: Tx, verb: string, accountId: string, now: Date, data: Record<string, unknown> = {}): void {
  appendEvent(tx, { subjectKind: 'account', subjectId: accountId, verb, at: now, data });
}

export type AccountWords = CreateAccount & { demonstration?: boolean; passwordHash?: string };

/** Makes an account with its phone encrypted; gives back its id. */
export async function createAccount(tx: Tx, world: World, words: AccountWords, now: Date): Promise<string> {
  const id = uuidv7();
  const { login, name, salutation = '', phone, homeAreaId = null, demonstration = false } = words;
  if (!words.passwordHash && isWeakPassword(words.password, login))
    throw fail(accountsProblems, 'accounts.weak_password');
  const passwordHash = words.passwordHash ?? (await hashPassword(words.password));
  try {
    await queries.insertAccount(tx, {
      id,
      login,
      name,
      salutation: salutationOf(name, salutation),
      passwordHash,
      homeAreaId,
      demonstration,
    });
    if (phone)
      await queries.insertContact(
        tx,
        id,
        world.secrets.encrypt(phone, 'phone'),
        world.secrets.blindIndex(phone, 'phone'),
      );
  } catch (error) {
    if (isTaken(error)) throw fail(accountsProblems, 'accounts.login_taken');
    if (isNowhere(error)) throw fail(accountsProblems, 'accounts.unknown_role_or_area');
    throw error;
  }
  audited(tx, 'create', id, now, { login });
  return id;
}

/** Gives a role on an area; in force at once, or from `since`. */
export async function grantRole(
  tx: Tx,
  world: World,
  accountId: string,
  grant: CreateGrant,
  now: Date,
): Promise<string> {
  if (!(await queries.accountById(tx, accountId))) throw fail(accountsProblems, 'accounts.not_found');
  const id = uuidv7();
  const { roleId, areaId, organizationId = null, since, until = null } = grant;
  const made = await queries.insertGrant(tx, {
    id,
    accountId,
    roleId,
    areaId,
    organizationId,
    since: since ?? now,
    until,
  });
  if (made === 0) throw fail(accountsProblems, 'accounts.unknown_role_or_area');
  audited(tx, 'grant', accountId, now, { grant: id, role: roleId, area: areaId });
  tx.afterCommit(() => world.forgetActors(accountId));
  return id;
}

export async function endGrant(
  { tx, actor, now }: Deed,
  world: World,
  accountId: string,
  grantId: string,
): Promise<void> {
  if (accountId === actor.accountId) throw fail(accountsProblems, 'accounts.own_rights');
  if ((await queries.endGrant(tx, accountId, grantId, now)) === 0) throw fail(accountsProblems, 'accounts.not_found');
  audited(tx, 'end_grant', accountId, now, { grant: grantId });
  tx.afterCommit(() => world.forgetActors(accountId));
}

/** Closes an account: every session of it ends with the same commit. */
export async function suspendAccount({ tx, actor, now }: Deed, world: World, accountId: string): Promise<void> {
  if (accountId === actor.accountId) throw fail(accountsProblems, 'accounts.own_rights');
  if ((await queries.disableAccount(tx, accountId, now)) === 0) throw fail(accountsProblems, 'accounts.not_found');
  await queries.revokeSessions(tx, accountId, null, null, now);
  audited(tx, 'suspend', accountId, now);
  tx.afterCommit(() => world.forgetActors(accountId));
}

export async function changePassword(
  { tx, actor, now }: Deed,
  world: World,
  { current, next }: ChangePassword,
): Promise<void> {
  const account = await queries.accountById(tx, actor.accountId);
  if (!account?.passwordHash || !(await isPassword(account.passwordHash, current)))
    throw fail(accountsProblems, 'accounts.wrong_password');
  if (isWeakPassword(next, account.login)) throw fail(accountsProblems, 'accounts.weak_password');
  await setPassword(tx, account.id, next, actor.sessionId, now);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** Sets a password and ends every other session of the account. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  password: string,
  keepSession: string | null,
  now: Date,
): Promise<void> {
  await queries.updatePassword(tx, accountId, await hashPassword(password));
  await queries.revokeSessions(tx, accountId, null, keepSession, now);
  audited(tx, 'change_password', accountId, now);
}

export async function updateMe({ tx, actor }: Deed, world: World, { language, elderMode }: UpdateMe): Promise<void> {
  await queries.updatePreferences(tx, actor.accountId, language ?? null, elderMode ?? null);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** Ends one of the actor's own sessions. */
export async function endSession(
  { tx, actor, now }: Omit<Deed, 'scope'>,
  world: World,
  sessionId: string,
): Promise<void> {
  const ended = await queries.revokeSessions(tx, actor.accountId, sessionId, null, now);
  if (ended === 0) throw fail(accountsProblems, 'accounts.session_not_found');
  audited(tx, 'end_session', actor.accountId, now, { session: sessionId });
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** The context in which somebody not yet known is looked up. */
export function nobody(tenantId: string): Context {
  return { tenantId, accountId: null, reach: [] };
}

const dayMs = 86_400_000;
// Verified against when there is no such account, so that the answer takes as long (BARS S6).
let decoy: Promise<string> | undefined;

export interface SignInTry {
  tenantId: string;
  login: string;
  password: string;
  address: string;
  device: string;
}

/** Checks login or phone and password; gives back a token. The same failure whether the account or the password is wrong. */
export async function signIn(world: World, { tenantId, login, password, address, device }: SignInTry): Promise<string> {
  const { db, secrets, clock } = world;
  const now = clock.now();
  const origin = secrets.blindIndex(`${login.toLowerCase()}\n${address}`, 'sign_in');
  const account = await db.transaction(nobody(tenantId), async (tx) => {
    const since = new Date(now.getTime() - triesWindowMinutes * 60_000);
    if (tooManyTries(await queries.failuresSince(tx, origin, since))) {
      throw fail(accountsProblems, 'accounts.too_many_tries', { minutes: String(triesWindowMinutes) });
    }
    return looksLikePhone(login)
      ? queries.accountByPhone(tx, secrets.blindIndex(login, 'phone'))
      : queries.accountByLogin(tx, login.toLowerCase());
  });
  decoy ??= hashPassword('no account has this password');
  const right = await isPassword(account?.passwordHash ?? (await decoy), password);
  // The password of the demonstration people is public: outside demonstration mode it opens nothing.
  const shut = account?.disabledAt || (account?.demonstration && !world.config.demo);
  if (!account || !right || !account.passwordHash || shut) {
    await db.transaction(nobody(tenantId), (tx) => queries.insertFailure(tx, origin, now));
    throw fail(accountsProblems, 'accounts.sign_in_failed');
  }
  return db.transaction({ ...nobody(tenantId), accountId: account.id }, async (tx) => {
    queries.forgetFailures(tx, origin);
    return openSession(tx, account.id, device, now);
  });
}

/** A session of the account, without asking for a password: after sign-in, and on the command line. */
export async function openSession(tx: Tx, accountId: string, device: string, now: Date): Promise<string> {
  const token = newToken(tx.context.tenantId);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + sessionDays * dayMs);
  await queries.insertSession(tx, {
    id,
    accountId,
    tokenHash: hashToken(token),
    device: device.slice(0, 200),
    at: now,
    expiresAt,
  });
  audited(tx, 'sign_in', accountId, now, { session: id });
  return token;
}

/** Who a token belongs to, with the grants in force now. Demonstration people are nobody outside demonstration mode. */
export async function findActor(world: World, token: string): Promise<Actor | undefined> {
  const tenantId = tenantOfToken(token);
  if (!tenantId) return undefined;
  const now = world.clock.now();
  return world.db.transaction(nobody(tenantId), async (tx) => {
    const session = await queries.sessionByToken(tx, hashToken(token), now);
    if (!session || (session.demonstration && !world.config.demo)) return undefined;
    const { sessionId, accountId, name, language, lastSeenAt } = session;
    if (now.getTime() - Date.parse(lastSeenAt) > dayMs / 24) {
      queries.touchSession(tx, sessionId, now, new Date(now.getTime() + sessionDays * dayMs));
    }
    const grants = await queries.grantsOf(tx, [accountId], now);
    return { tenantId, accountId, sessionId, name, language, grants };
  });
}
