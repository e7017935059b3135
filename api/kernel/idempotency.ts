import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from './db.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

/** An answer given before, to be given again. */
export interface Answer {
  status: number;
  body: unknown;
}

export function hashRequest(route: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(route)
    .update('\n')
    .update(JSON.stringify(body ?? null))
    .digest();
}

/**
 * Claims a key for this transaction: gives back the answer already given, or undefined when the verb has to run.
 * The advisory lock tells a request that is still being handled (409); the unique constraint catches the one race the lock leaves,
 * a first request that commits between our snapshot and our lock.
 */
export async function claimKey(tx: Tx, key: string, hash: Buffer): Promise<Answer | undefined> {
  const { locked, found, status, body } = await tx.one<{
    locked: boolean;
    found: Buffer | null;
    status: number;
    body: unknown;
  }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${tx.context.accountId}:${key}`}, 0)) as locked, k.request_hash as found, k.status, k.body
    from (select 1) one left join idempotency_key k
      on k.tenant_id = app.tenant() and k.account_id = app.account() and k.key = ${key}`);
  if (found) {
    if (!hash.equals(found)) throw fail(kernelProblems, 'request.key_reused');
    return { status, body };
  }
  if (!locked) throw fail(kernelProblems, 'request.key_in_flight');
  return undefined;
}

export function keepAnswer(tx: Tx, key: string, hash: Buffer, { status, body }: Answer, now: Date): void {
  tx.send(sql`
    insert into idempotency_key (tenant_id, id, account_id, key, request_hash, status, body, created_at)
    values (app.tenant(), ${uuidv7()}, app.account(), ${key}, ${hash}, ${status}, ${JSON.stringify(body ?? null)}::jsonb, ${now})`);
}

export function isKeyTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'idempotency_key_tenant_id_account_id_key_key';
}

export async function forgetOldKeys(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`delete from idempotency_key where tenant_id = app.tenant() and created_at < ${before}`);
}
