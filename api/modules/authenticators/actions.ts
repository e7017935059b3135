import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { uuidv7 } from 'uuidv7';
import { accountsProblems } from '../../../contract/accounts.ts';
import {
  authenticatorsProblems,
  type ProveBoth,
  type ProveCode,
  type StartTotp,
} from '../../../contract/authenticators.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import {
  accountById,
  audited,
  markSecondStep,
  markSession,
  needsSecondStep,
  provePassword,
  revokeSessions,
  throttled,
} from '../accounts/index.ts';
import { forgetPasskeys } from '../passkeys/index.ts';
import { tellAbout } from '../roles/index.ts';
import * as queries from './queries.ts';
import { codeSeconds, looksLikeCode, plainRecoveryCode, recoveryCode, recoveryCodesEach } from './rules.ts';

const purpose = 'account.totp';
type Own = Omit<Deed, 'scope'>;

/** Begins to set up an app; nothing counts until it has shown a code. Instead of an old one only for who has that one, or a recovery code. */
export async function startTotp(
  deed: Own,
  world: World,
  { password, code }: StartTotp,
): Promise<{ secret: string; uri: string }> {
  const { tx, actor, now } = deed;
  const account = await accountById(tx, actor.accountId);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  // Somebody who is held here has just given the password; whoever sits at an open session has to give it again.
  if (!actor.held) await provePassword(deed, world, password ?? '');
  if (account.totpSince) await proveCode(deed, world, code ?? '');
  const secret = generateSecret();
  await queries.startTotp(tx, uuidv7(), account.id, world.secrets.encrypt(secret, purpose), now);
  return { secret, uri: generateURI({ issuer: '邻聚 Linju', label: account.login, secret }) };
}

/** The app has shown a right code: it counts from now on, also for this session. Gives back ten fresh recovery codes. */
export async function confirmTotp({ tx, actor, now }: Own, world: World, { code }: ProveCode): Promise<string[]> {
  const { accountId, sessionId } = actor;
  const started = await queries.totpOf(tx, accountId, false);
  if (!started) throw fail(authenticatorsProblems, 'authenticators.not_started');
  const step = stepOf(world, started, code, now);
  const right = await throttled(world, tx, `code\n${accountId}`, now, async () => step !== undefined);
  if (!right || step === undefined) throw fail(authenticatorsProblems, 'authenticators.wrong_code');
  await queries.confirmTotp(tx, started.id, accountId, step, now);
  await markSecondStep(tx, accountId, 'totp', now);
  await markSession(tx, sessionId, now);
  audited(tx, 'set_second_step', accountId, now);
  tx.afterCommit(() => world.forgetActors(accountId));
  return renewCodes(tx, world, accountId);
}

/** With the code, the session that has given the password is open. A recovery code does as well, once. */
export async function passSecondStep(deed: Own, world: World, { code }: ProveCode): Promise<void> {
  const { tx, actor, now } = deed;
  await proveCode(deed, world, code);
  await markSession(tx, actor.sessionId, now);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** Takes the app away. Who may not go without is held back at once until another is set up. */
export async function removeTotp(deed: Own, world: World, { password, code }: ProveBoth): Promise<void> {
  const { tx, actor, now } = deed;
  await proveBoth(deed, world, { password, code });
  await queries.forgetTotp(tx, actor.accountId);
  await markSecondStep(tx, actor.accountId, 'totp', null);
  if (isRequired(world, actor)) await markSession(tx, actor.sessionId, null);
  audited(tx, 'remove_second_step', actor.accountId, now);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

/** Ten new recovery codes; the old ones are worth nothing from now on. */
export async function renewRecoveryCodes(deed: Own, world: World, proof: ProveBoth): Promise<string[]> {
  await proveBoth(deed, world, proof);
  audited(deed.tx, 'renew_recovery_codes', deed.actor.accountId, deed.now);
  return renewCodes(deed.tx, world, deed.actor.accountId);
}

/**
 * Takes away app, recovery codes and passkeys of somebody who lost them, and signs them out everywhere. The password stays: with it they set
 * up a new second step if their role needs one.
 */
export async function resetSecondStep(tx: Tx, world: World, accountId: string, now: Date): Promise<void> {
  await queries.forgetTotp(tx, accountId);
  await forgetPasskeys(tx, accountId);
  await markSecondStep(tx, accountId, 'totp', null);
  await revokeSessions(tx, accountId, null, null, now);
  audited(tx, 'reset_second_step', accountId, now);
  tellAbout(tx, accountId, 'account.second_step_reset', now);
  tx.afterCommit(() => world.forgetActors(accountId));
}

export function isRequired(world: World, { grants }: Own['actor']): boolean {
  return !world.config.demo && needsSecondStep(grants.map(({ roleSet }) => roleSet));
}

async function proveBoth(deed: Own, world: World, { password, code }: ProveBoth): Promise<void> {
  const account = await provePassword(deed, world, password);
  if (!account.totpSince) throw fail(authenticatorsProblems, 'authenticators.not_set');
  await proveCode(deed, world, code);
}

/** @throws when the code is wrong, was used before, or was tried too often. */
async function proveCode({ tx, actor, now }: Own, world: World, code: string): Promise<void> {
  const { accountId } = actor;
  const right = await throttled(world, tx, `code\n${accountId}`, now, async () => {
    if (!looksLikeCode(code)) return takeRecoveryCode(tx, world, accountId, code, now);
    const totp = await queries.totpOf(tx, accountId, true);
    const step = totp && stepOf(world, totp, code, now);
    return totp !== undefined && step !== undefined && (await queries.spendStep(tx, totp.id, step)) === 1;
  });
  if (!right) throw fail(authenticatorsProblems, 'authenticators.wrong_code');
}

async function takeRecoveryCode(tx: Tx, world: World, accountId: string, code: string, now: Date): Promise<boolean> {
  const spent = await queries.spendRecoveryCode(tx, accountId, codeHash(world, accountId, code), now);
  if (spent === 1) audited(tx, 'use_recovery_code', accountId, now);
  return spent === 1;
}

/** The time step whose code this is: this one, the one before or the one after; undefined when it is none of them. */
function stepOf(
  world: World,
  { secretCipher, lastStep }: queries.TotpRow,
  code: string,
  now: Date,
): number | undefined {
  if (!looksLikeCode(code)) return undefined;
  const secret = world.secrets.decrypt(secretCipher, purpose);
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({
    secret,
    token: code.replace(/\s/g, ''),
    epoch,
    period: codeSeconds,
    epochTolerance: codeSeconds,
  });
  return found.valid && 'timeStep' in found && found.timeStep > lastStep ? found.timeStep : undefined;
}

function codeHash(world: World, accountId: string, code: string): Buffer {
  return world.secrets.blindIndex(`${accountId}\n${plainRecoveryCode(code)}`, 'recovery_code');
}

async function renewCodes(tx: Tx, world: World, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesEach }, () => recoveryCode(randomBytes(10)));
  await queries.replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => codeHash(world, accountId, code)),
  );
  return codes;
}
