import { randomInt, timingSafeEqual } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  type ChooseMail,
  type ConfirmMail,
  type MailTopic,
  mailProblems,
  type StartMail,
} from '../../../contract/mail.ts';
import { readAccountToken } from '../../kernel/account-token.ts';
import { appendEvent } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db.ts';
import { addJob } from '../../kernel/jobs.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { throttled } from '../accounts/index.ts';
import * as queries from './queries.ts';
import { codeMinutes, codesAnHour } from './rules.ts';

export const addressPurpose = 'account.mail';
export const codePurpose = 'mail.code';
const everything: readonly MailTopic[] = ['own', 'work', 'account'];

type Own = Omit<Deed, 'scope'>;

/** Sends a code to an address; until it comes back nothing else goes there. An address confirmed before stays until then. */
export async function startMail({ tx, now }: Own, world: World, { address }: StartMail): Promise<void> {
  if (!world.config.mail) throw fail(mailProblems, 'mail.not_offered');
  const hourAgo = new Date(now.getTime() - 3_600_000);
  if ((await queries.codesSince(tx, hourAgo)) >= codesAnHour) throw fail(mailProblems, 'mail.too_many_codes');
  const id = uuidv7();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  queries.insertCode(tx, {
    id,
    addressCipher: world.secrets.encrypt(address, addressPurpose),
    codeCipher: world.secrets.encrypt(code, codePurpose),
    at: now,
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  });
  addJob(tx, 'mail.send-code', { codeId: id });
}

/** The address is theirs. What they chose for an earlier one stays; for a first one everything goes there. */
export async function confirmMail({ tx, actor, now }: Own, world: World, { code }: ConfirmMail): Promise<void> {
  const open = await queries.openCode(tx, now);
  const right = await throttled(world, tx, `mail\n${actor.accountId}`, now, async () => {
    if (!open) return false;
    const known = Buffer.from(world.secrets.decrypt(open.codeCipher, codePurpose));
    const given = Buffer.from(code);
    return known.length === given.length && timingSafeEqual(known, given);
  });
  if (!open || !right) throw fail(mailProblems, 'mail.wrong_code');
  queries.keepAddress(tx, uuidv7(), open.addressCipher, everything, now);
  written(tx, 'confirm', actor.accountId, now);
}

export async function chooseMail({ tx, actor, now }: Own, { topics }: ChooseMail): Promise<void> {
  const wanted = everything.filter((topic) => topics.includes(topic));
  if ((await queries.chooseTopics(tx, wanted)) === 0) throw fail(mailProblems, 'mail.no_address');
  written(tx, 'choose', actor.accountId, now, { topics: wanted.join(' ') });
}

export async function forgetMail({ tx, actor, now }: Own): Promise<void> {
  if ((await queries.forgetMail(tx, actor.accountId)) === 0) throw fail(mailProblems, 'mail.no_address');
  written(tx, 'forget', actor.accountId, now);
}

/** Whoever holds a letter may end the letters, signed in or not; nothing else can be done with its token. */
export async function stopMail(world: World, token: string, now: Date): Promise<void> {
  const named = readAccountToken(stopKey(world), token);
  if (!named) throw fail(mailProblems, 'mail.bad_token');
  const context = { tenantId: named.tenantId, accountId: null, reach: [] };
  await world.db.transaction(context, async (tx) => {
    if ((await queries.silence(tx, named.accountId)) > 0) written(tx, 'stop', named.accountId, now);
  });
}

export const stopKey = (world: World) => world.secrets.derive('mail.stop');

function written(tx: Tx, verb: string, accountId: string, at: Date, data: Record<string, unknown> = {}): void {
  appendEvent(tx, { subjectKind: 'mail', subjectId: accountId, verb, at, data });
}
