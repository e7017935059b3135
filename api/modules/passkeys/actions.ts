import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  type AddPasskey,
  type NewPasskeyOptions,
  type PasskeyOptions,
  passkeysProblems,
  type SignInWithPasskey,
} from '../../../contract/passkeys.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { accountById, audited, isShut, markSecondStep, nobody, openSession, provePassword } from '../accounts/index.ts';
import * as queries from './queries.ts';
import { minutesToAnswer, passkeysEach } from './rules.ts';

type Own = Omit<Deed, 'scope'>;
const timeout = minutesToAnswer * 60_000;
/** EdDSA, ES256, RS256 (COSE): what phones, computers and security keys have. */
const algorithms = [-8, -7, -257];

// Eight megabytes of ASN.1 and CBOR that most processes never need.
const webauthn = () => import('@simplewebauthn/server');

function placeOf(world: World): { domain: string; origin: string } {
  const { passkeys } = world.config;
  if (!passkeys) throw fail(passkeysProblems, 'passkeys.unavailable');
  return passkeys;
}

/** Random, with its end and a seal over both and what it is for: nothing need be kept until it is answered. */
function newChallenge(world: World, purpose: string, now: Date): string {
  const body = Buffer.alloc(24);
  randomBytes(16).copy(body);
  body.writeBigInt64BE(BigInt(now.getTime() + timeout), 16);
  return Buffer.concat([body, sealOf(world, purpose, body)]).toString('base64url');
}

function sealOf(world: World, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', world.secrets.derive('passkey_challenge')).update(`${purpose}\n`).update(body).digest();
}

/** When a challenge of ours ends; undefined when it is none, is for something else, or has ended. */
function endOf(world: World, purpose: string, challenge: string, now: Date): Date | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== 56 || !timingSafeEqual(bytes.subarray(24), sealOf(world, purpose, bytes.subarray(0, 24))))
    return undefined;
  const end = new Date(Number(bytes.readBigInt64BE(16)));
  return end > now ? end : undefined;
}

async function spend(tx: Tx, world: World, purpose: string, challenge: string, now: Date): Promise<boolean> {
  const end = endOf(world, purpose, challenge, now);
  return end !== undefined && (await queries.spendChallenge(tx, challenge, end, now)) === 1;
}

/** What the browser needs to make one; against the password, so that a stolen session gets no key of its own. */
export async function askForNewPasskey(deed: Own, world: World, password: string): Promise<NewPasskeyOptions> {
  const { domain } = placeOf(world);
  const account = await provePassword(deed, world, password);
  const present = await queries.passkeysOf(deed.tx, account.id);
  if (present.length >= passkeysEach) throw fail(passkeysProblems, 'passkeys.too_many', { most: String(passkeysEach) });
  const userId = Buffer.from(account.id.replaceAll('-', ''), 'hex').toString('base64url');
  return {
    challenge: newChallenge(world, `add\n${account.id}`, deed.now),
    rp: { id: domain, name: '邻聚 Linju' },
    user: { id: userId, name: account.login, displayName: account.name },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout,
    attestation: 'none',
    excludeCredentials: present.map(({ credentialId: id, transports }) => ({ id, type: 'public-key', transports })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  };
}

export async function addPasskey(
  { tx, actor, now }: Own,
  world: World,
  { name, credential }: AddPasskey,
): Promise<void> {
  const { domain, origin } = placeOf(world);
  const { accountId } = actor;
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} } as Parameters<
      typeof verifyRegistrationResponse
    >[0]['response'],
    expectedChallenge: (challenge) => spend(tx, world, `add\n${accountId}`, challenge, now),
    expectedOrigin: origin,
    expectedRPID: domain,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((cause: unknown) => {
    throw fail(passkeysProblems, 'passkeys.not_added', {}, { cause });
  });
  if (!registrationInfo) throw fail(passkeysProblems, 'passkeys.not_added');
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
  const row = { accountId, credentialId, publicKey: Buffer.from(publicKey), counter, transports, name };
  if ((await queries.insertPasskey(tx, row, now)) === 0) throw fail(passkeysProblems, 'passkeys.not_added');
  await markSecondStep(tx, accountId, 'passkey', now);
  audited(tx, 'add_passkey', accountId, now);
  tx.afterCommit(() => world.forgetActors(accountId));
}

export async function renamePasskey({ tx, actor }: Own, id: string, name: string): Promise<void> {
  if ((await queries.renamePasskey(tx, actor.accountId, id, name)) === 0)
    throw fail(passkeysProblems, 'passkeys.not_found');
}

export async function removePasskey(deed: Own, world: World, id: string, password: string): Promise<void> {
  const { tx, actor, now } = deed;
  await provePassword(deed, world, password);
  if ((await queries.deletePasskeys(tx, actor.accountId, id)) === 0) throw fail(passkeysProblems, 'passkeys.not_found');
  const left = await queries.passkeysOf(tx, actor.accountId);
  if (left.length === 0) await markSecondStep(tx, actor.accountId, 'passkey', null);
  audited(tx, 'remove_passkey', actor.accountId, now);
  tx.afterCommit(() => world.forgetActors(actor.accountId));
}

export async function forgetPasskeys(tx: Tx, accountId: string): Promise<void> {
  await queries.deletePasskeys(tx, accountId, null);
  await markSecondStep(tx, accountId, 'passkey', null);
}

export function askForPasskey(world: World, tenantId: string, now: Date): PasskeyOptions {
  const { domain } = placeOf(world);
  return {
    challenge: newChallenge(world, `sign_in\n${tenantId}`, now),
    rpId: domain,
    timeout,
    userVerification: 'required',
  };
}

/** Both steps in one: the device has the key, and its owner has opened it. Gives back a token. */
export async function signInWithPasskey(
  world: World,
  tenantId: string,
  credential: SignInWithPasskey['credential'],
  device: string,
): Promise<string> {
  const { domain, origin } = placeOf(world);
  const now = world.clock.now();
  const { verifyAuthenticationResponse } = await webauthn();
  return world.db.transaction(nobody(tenantId), async (tx) => {
    const passkey = await queries.passkeyByCredential(tx, credential.id);
    const account = passkey && (await accountById(tx, passkey.accountId));
    if (!passkey || !account || isShut(world, account)) throw fail(passkeysProblems, 'passkeys.not_accepted');
    const { credentialId, publicKey, counter } = passkey;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} } as Parameters<
        typeof verifyAuthenticationResponse
      >[0]['response'],
      expectedChallenge: (challenge) => spend(tx, world, `sign_in\n${tenantId}`, challenge, now),
      expectedOrigin: origin,
      expectedRPID: domain,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    }).catch((cause: unknown) => {
      throw fail(passkeysProblems, 'passkeys.not_accepted', {}, { cause });
    });
    if (!verified) throw fail(passkeysProblems, 'passkeys.not_accepted');
    await queries.countUse(tx, passkey.id, authenticationInfo.newCounter, now);
    return openSession(tx, account.id, device, now, now);
  });
}
