import { uuidv7 } from 'uuidv7';
import { accountsProblems, type ChangePassword, type NextStep, type UpdateMe } from '../../../contract/accounts.ts';
import type { AccountVerb } from '../../../contract/roles.ts';
import { type Actor, hashToken, newToken, tenantOfToken } from '../../kernel/actor.ts';
import { appendEvent } from '../../kernel/audit.ts';
import type { Context, Tx } from '../../kernel/db.ts';
import { decoyHash, hashPassword, isPassword } from '../../kernel/passwords.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as queries from './queries.ts';
import {
  longPassword,
  looksLikePhone,
  needsSecondStep,
  nextStep,
  passwordFault,
  sessionDays,
  shortestPassword,
  tooManyTries,
  triesWindowMinutes,
} from './rules.ts';

/** Writes down what was done to or by an account. */
export function audited(
  tx: Tx,
  verb: AccountVerb,
  accountId: string,
  now: Date,
  data: Record<string, unknown> = {},
): void {
  appendEvent(tx, { subjectKind: 'account', subjectId: accountId, verb, at: now, data });
}

/** @throws a problem that says what is wrong with a new password. */
export function refuseWeakPassword(password: string, names: readonly (string | undefined)[]): void {
  const fault = passwordFault(
    password,
    names.filter((name) => name !== undefined),
  );
  const missing = String(shortestPassword - password.length);
  const params = { least: String(shortestPassword), missing, long: String(longPassword) };
  if (fault) throw fail(accountsProblems, fault, params);
}

/**
 * Runs an attempt to prove something, ten times in a quarter of an hour at most. A failure is written on a connection of its own, because the
 * caller's transaction is about to be rolled back. Gives back whether it succeeded.
 */
export async function throttled(
  world: World,
  tx: Tx,
  subject: string,
  now: Date,
  attempt: () => Promise<boolean>,
): Promise<boolean> {
  const origin = world.secrets.blindIndex(subject, 'proof');
  await refuseTooManyTries(tx, origin, now);
  if (await attempt()) {
    queries.forgetFailures(tx, origin);
    return true;
  }
  await world.db.transactionAside(nobody(tx.context.tenantId), (aside) => queries.insertFailure(aside, origin, now));
  return false;
}

async function refuseTooManyTries(tx: Tx, origin: Buffer, now: Date): Promise<void> {
  const since = new Date(now.getTime() - triesWindowMinutes * 60_000);
  if (tooManyTries(await queries.failuresSince(tx, origin, since)))
    throw fail(accountsProblems, 'accounts.too_many_tries', { minutes: String(triesWindowMinutes) });
}

/** Whoever is signed in shows that they know the password, before something is changed that a stolen session must not change. */
export async function provePassword(
  { tx, actor, now }: Pick<Deed, 'tx' | 'actor' | 'now'>,
  world: World,
  password: string,
): Promise<queries.AccountRow> {
  const account = await queries.accountById(tx, actor.accountId);
  const { passwordHash } = account ?? {};
  const right = await throttled(
    world,
    tx,
    `password\n${actor.accountId}`,
    now,
    async () => passwordHash != null && (await isPassword(passwordHash, password)),
  );
  if (!account || !right) throw fail(accountsProblems, 'accounts.wrong_password');
  return account;
}

/** In the place of a one-time password, too. The second step stays what it was: no password goes round it. */
export async function changePassword(deed: Deed, world: World, { current, next }: ChangePassword): Promise<void> {
  const { tx, actor, now } = deed;
  const account = await provePassword(deed, world, current);
  if (next === current) throw fail(accountsProblems, 'accounts.password_same');
  refuseWeakPassword(next, [account.login]);
  await setPassword(tx, account.id, next, actor.sessionId, now);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** Sets a password and ends every other session of the account. A temporary one has to be changed at the next sign-in. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  password: string,
  keepSession: string | null,
  now: Date,
  temporary = false,
): Promise<void> {
  await queries.updatePassword(tx, accountId, await hashPassword(password), temporary);
  await queries.revokeSessions(tx, accountId, null, keepSession, now);
  audited(tx, temporary ? 'reset_password' : 'change_password', accountId, now);
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

/** Suspended; or a demonstration person outside demonstration mode, whose password is public. */
export function isShut(world: World, { disabledAt, demonstration }: queries.AccountRow): boolean {
  return disabledAt !== null || (demonstration && !world.config.demo);
}

const dayMs = 86_400_000;

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
    await refuseTooManyTries(tx, origin, now);
    return looksLikePhone(login)
      ? queries.accountByPhone(tx, secrets.blindIndex(login, 'phone'))
      : queries.accountByLogin(tx, login.toLowerCase());
  });
  const decoy = await decoyHash();
  const right = await isPassword(account?.passwordHash ?? decoy, password);
  if (!account || !right || !account.passwordHash || isShut(world, account)) {
    await db.transaction(nobody(tenantId), (tx) => queries.insertFailure(tx, origin, now));
    throw fail(accountsProblems, 'accounts.sign_in_failed');
  }
  return db.transaction({ ...nobody(tenantId), accountId: account.id }, async (tx) => {
    queries.forgetFailures(tx, origin);
    return openSession(tx, account.id, device, now, null);
  });
}

/**
 * A session of the account, without asking for a password: after sign-in, and for programs of the house. `secondStepAt` is when a second step
 * was passed; null where none was, so that the session is held back if there is one.
 */
export async function openSession(
  tx: Tx,
  accountId: string,
  device: string,
  now: Date,
  secondStepAt: Date | null = now,
): Promise<string> {
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
    secondStepAt,
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
    const next = nextStep({
      required: !world.config.demo && needsSecondStep(grants.map(({ roleSet }) => roleSet)),
      ...{ hasTotp: session.hasTotp, hasPasskey: session.hasPasskey, passed: session.passed },
      temporaryPassword: session.temporaryPassword,
    });
    const held = next && fail(accountsProblems, holds[next]);
    return { tenantId, accountId, sessionId, name, language, grants, held };
  });
}

/** The problem that everything else answers while a session has this before it. */
const holds = {
  second_step: 'accounts.code_needed',
  password_change: 'accounts.password_change_needed',
  second_step_setup: 'accounts.second_step_needed',
} as const satisfies Record<NextStep, keyof typeof accountsProblems>;

export function nextStepOf({ held }: Actor): NextStep | undefined {
  return (Object.keys(holds) as NextStep[]).find((step) => holds[step] === held?.code);
}
