import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from './db.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';
import type { Secrets } from './secrets.ts';

/** An answer given before, to be given again. */
export interface Answer {
  status: number;
  body: unknown;
}

const purpose = 'idempotency';

/** Keyed, because a body may hold a password: without the secret nobody can try words against the hash. */
export function hashRequest(secrets: Secrets, route: string, body: unknown): Buffer {
  return secrets.blindIndex(`${route}\n${JSON.stringify(body ?? null)}`, purpose);
}

/**
 * Claims a key for this transaction: gives back the answer already given, or undefined when the verb has to run.
 * The advisory lock tells a request that is still being handled (409); the unique constraint catches the one race the lock leaves,
 * a first request that commits between our snapshot and our lock.
 */
export async function claimKey(tx: Tx, secrets: Secrets, key: string, hash: Buffer): Promise<Answer | undefined> {
  const { locked, found, status, answer } = await tx.one<{
    locked: boolean;
    found: Buffer | null;
    status: number;
    answer: Buffer;
  }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${tx.context.accountId}:${key}`}, 0)) as locked, k.request_hash as found, k.status, k.answer
    from (select 1) one left join idempotency_key k
      on k.tenant_id = app.tenant() and k.account_id = app.account() and k.key = ${key}`);
  if (found) {
    if (!hash.equals(found)) throw fail(kernelProblems, 'request.key_reused');
    return { status, body: JSON.parse(secrets.decrypt(answer, purpose)) };
  }
  if (!locked) throw fail(kernelProblems, 'request.key_in_flight');
  return undefined;
}

/** Keeps the answer for a day, sealed: it may hold a phone number that was opened in full. */
export function keepAnswer(
  tx: Tx,
  secrets: Secrets,
  key: string,
  hash: Buffer,
  { status, body }: Answer,
  now: Date,
): void {
  const sealed = secrets.encrypt(JSON.stringify(body ?? null), purpose);
  tx.send(sql`
    insert into idempotency_key (tenant_id, id, account_id, key, request_hash, status, answer, created_at)
    values (app.tenant(), ${uuidv7()}, app.account(), ${key}, ${hash}, ${status}, ${sealed}, ${now})`);
}

export function isKeyTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'idempotency_key_tenant_id_account_id_key_key';
}

export async function forgetOldKeys(tx: Tx, before: Date): Promise<number> {
  // The id carries the time it was made at (UUIDv7), so the primary key finds them.
  const firstSince = before
    .getTime()
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2-7000-8000-000000000000');
  return tx.run(sql`delete from idempotency_key where tenant_id = app.tenant() and id < ${firstSince}`);
}
