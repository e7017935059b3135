import type { z } from 'zod';
import type { Clock } from './clock.ts';
import { type Db, sql, type Tx } from './db.ts';
import type { Log } from './log.ts';

/** One attempt at one job. */
export interface Ticket {
  id: string;
  lockedBy: string;
}

export interface JobWork<Payload> {
  payload: Payload;
  /** The street the job was added in. There is no actor: open a transaction with this tenant. */
  tenantId: string;
  ticket: Ticket;
  db: Db;
  log: Log;
  clock: Clock;
  /** Aborted when the process wants to end and this job still runs after 5 s. */
  signal: AbortSignal | undefined;
}

export interface Job {
  name: string;
  run(work: JobWork<unknown>): Promise<void>;
}

/** One line of the table of recurring work. `cron` is in UTC: 18:00 there is 2:00 in the morning here. Runs once for every street. */
export interface Recurring {
  name: string;
  cron: string;
  task: string;
}

/** Declares a job. Its payload is checked against the schema again when it runs: it may have been added by an older version. */
export function defineJob<Schema extends z.ZodType>(
  name: string,
  payload: Schema,
  handle: (work: JobWork<z.output<Schema>>) => Promise<void>,
): Job {
  return { name, run: (work) => handle({ ...work, payload: payload.parse(work.payload) }) };
}

/**
 * Adds a job within the transaction: it exists if and only if the transaction is committed, and belongs to the transaction's street.
 * `key`, unique within the street, replaces a waiting job of the same key; one that already runs is left to finish.
 */
export function addJob(tx: Tx, name: string, payload: object, options: { runAt?: Date; key?: string } = {}): void {
  const { tenantId } = tx.context;
  const envelope = JSON.stringify({ tenantId, payload });
  const key = options.key === undefined ? null : `${tenantId}:${options.key}`;
  tx.send(sql`
    select (graphile_worker.add_job(${name}, ${envelope}::json,
      run_at => ${options.runAt ?? null}::timestamptz, job_key => ${key}::text)).id`);
}

/**
 * Makes the effect of a job happen exactly once, though a job whose process was killed is run again. Call it first in the transaction
 * that holds the effect, and leave when it answers false. It takes the job's own row away with that transaction: effect and completion
 * are committed together, and a second runner waits for the row and then finds it gone.
 */
export async function once(tx: Tx, ticket: Ticket): Promise<boolean> {
  const taken = await tx.run(sql`
    delete from graphile_worker._private_jobs where id = ${ticket.id}::bigint and locked_by = ${ticket.lockedBy}`);
  return taken === 1;
}
