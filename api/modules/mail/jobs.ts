import nodemailer from 'nodemailer';
import { z } from 'zod';
import { accountToken } from '../../kernel/account-token.ts';
import type { Context } from '../../kernel/db.ts';
import { addJob, defineJob, type Job } from '../../kernel/jobs.ts';
import type { World } from '../../kernel/world.ts';
import { addressPurpose, codePurpose, stopKey } from './actions.ts';
import * as queries from './queries.ts';
import { codeLetter, type Letter, letterOf } from './reports.ts';
import { isForGood, lettersAnHour, nextTry } from './rules.ts';

const hourMs = 3_600_000;
const waitMs = 15_000;

/**
 * Sending cannot be made to happen exactly once: between the server's yes and our commit the process may die, and then the letter goes again. Its
 * Message-ID is the notice's both times, by which mail servers and programs know the second as the first.
 */
export function mailJobs(world: World): Job[] {
  const { mail, publicUrl } = world.config;
  const transport =
    mail &&
    nodemailer.createTransport({
      url: mail.smtpUrl,
      connectionTimeout: waitMs,
      greetingTimeout: waitMs,
      socketTimeout: waitMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  const host = URL.parse(publicUrl)?.hostname ?? 'linju';

  async function post(id: string, to: string, letter: Letter, headers: Record<string, string> = {}): Promise<void> {
    await transport?.sendMail({
      from: mail?.from,
      to,
      ...letter,
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    });
  }

  const sendLetter = defineJob(
    'mail.send',
    z.object({ letterId: z.uuid() }),
    async ({ payload: { letterId }, tenantId, db, log, clock }) => {
      const inside = contextOf(tenantId);
      const now = clock.now();
      const row = await db.transaction(inside, (tx) =>
        queries.waitingLetter(tx, letterId, new Date(now.getTime() - hourMs), now),
      );
      if (!row) return;
      if (!transport || !row.addressCipher || row.shut)
        return db.transaction(inside, async (tx) => queries.endLetter(tx, letterId, 'dropped', now));
      if (row.sentLately >= lettersAnHour)
        return db.transaction(inside, async (tx) => again(tx, letterId, new Date(now.getTime() + hourMs / 4)));
      const token = accountToken(stopKey(world), { tenantId, accountId: row.accountId });
      const stopLink = `${publicUrl}/unsubscribe?token=${token}`;
      const to = world.secrets.decrypt(row.addressCipher, addressPurpose);
      try {
        await post(letterId, to, letterOf(row, publicUrl, stopLink), { 'List-Unsubscribe': `<${stopLink}>` });
      } catch (error) {
        const later = isForGood(error) ? undefined : nextTry(now, row.tries + 1);
        // Neither the error's own words nor the address: servers repeat the address in what they say.
        log.warn({ letter: letterId, tries: row.tries + 1, code: codeOf(error) }, 'a letter could not be sent');
        return db.transaction(inside, async (tx) => {
          if (!later) return queries.endLetter(tx, letterId, 'given_up', now);
          queries.countTry(tx, letterId);
          again(tx, letterId, later);
        });
      }
      await db.transaction(inside, async (tx) => queries.endLetter(tx, letterId, 'sent', clock.now()));
    },
  );

  /** A code is tried three times within its quarter of an hour; after that the person asks for another. */
  const sendCode = defineJob(
    'mail.send-code',
    z.object({ codeId: z.uuid(), tries: z.int().default(0) }),
    async ({ payload: { codeId, tries }, tenantId, db, log, clock }) => {
      const inside = contextOf(tenantId);
      const row = await db.transaction(inside, (tx) => queries.codeToSend(tx, codeId));
      if (!row || Date.parse(row.expiresAt) <= clock.now().getTime()) return;
      const to = world.secrets.decrypt(row.addressCipher, addressPurpose);
      try {
        await post(codeId, to, codeLetter(world.secrets.decrypt(row.codeCipher, codePurpose), row.language));
      } catch (error) {
        log.warn({ letter: codeId, tries: tries + 1, code: codeOf(error) }, 'a code could not be sent');
        const later = isForGood(error) || tries >= 2 ? undefined : nextTry(clock.now(), tries + 1);
        if (!later) return;
        await db.transaction(inside, async (tx) => {
          addJob(tx, 'mail.send-code', { codeId, tries: tries + 1 }, { runAt: later });
        });
      }
    },
  );
  return [sendLetter, sendCode];
}

const contextOf = (tenantId: string): Context => ({ tenantId, accountId: null, reach: '*' });

function again(tx: Parameters<typeof addJob>[0], letterId: string, runAt: Date): void {
  addJob(tx, 'mail.send', { letterId }, { runAt });
}

function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return String(responseCode ?? code ?? 'unknown');
}
