import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, type RunnerOptions, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { type Db, sql } from './db.ts';
import { addJob, type Job, type Recurring } from './jobs.ts';
import { keepLease } from './jobs-lease.ts';
import { supervise } from './jobs-supervision.ts';
import type { Log } from './log.ts';

interface JobsOptions {
  /** Connection string of the serving role. */
  connectionString: string;
  jobs: readonly Job[];
  recurring: readonly Recurring[];
  db: Db;
  log: Log;
  clock: Clock;
  /** Milliseconds between two looks for what has become due. */
  lookEvery?: number;
  onDone?(name: string, outcome: 'succeeded' | 'failed'): void;
}

export interface Jobs {
  /** Takes no further job and waits for those that run, `withinMs` at most; what is cut off is run again elsewhere. */
  stop(withinMs?: number): Promise<void>;
}

const jobsAtOnce = 2;
const eachStreet = 'jobs.each-street';

/** Works off jobs until stopped: woken by the database when one is added, and looking now and then for what has become due. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { log } = options;
  const pool = openPool(options.connectionString, log);
  const events: WorkerEvents = new EventEmitter();
  let poolId = '';
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  events.on('job:success', ({ job }) => options.onDone?.(job.task_identifier, 'succeeded'));
  events.on('job:error', ({ job, error }) => {
    log.error({ err: error, job: job.task_identifier, jobId: job.id, attempt: job.attempts }, 'job failed');
    options.onDone?.(job.task_identifier, 'failed');
  });

  const runnerOptions: RunnerOptions = {
    pgPool: pool,
    concurrency: jobsAtOnce,
    pollInterval: options.lookEvery ?? 2_000,
    noHandleSignals: true,
    events,
    logger: quietLogger(log),
    // Without a batch the worker does not wait for its own completions: one that fails while the database is away ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: tasksOf(options),
    parsedCronItems: parseCronItems(
      options.recurring.map(({ name, cron, task }) => ({
        task: eachStreet,
        match: cron,
        identifier: name,
        payload: { task },
      })),
    ),
  };
  const runner = await supervise(() => run(runnerOptions), events, log);
  const endLease = keepLease(
    pool,
    () => poolId,
    (error) => log.warn({ err: error }, 'job lease not renewed'),
  );
  return {
    async stop(withinMs = 8_000) {
      endLease();
      await Promise.race([runner.stop().then(() => pool.end()), sleep(withinMs, undefined, { ref: false })]);
    },
  };
}

const envelope = z.object({ tenantId: z.uuid(), payload: z.unknown() });
const recurringPayload = z.object({ task: z.string() });

function tasksOf({ jobs, recurring, db, log, clock }: JobsOptions): TaskList {
  const names = new Set(jobs.map(({ name }) => name));
  if (names.size < jobs.length) throw new Error('Two jobs have the same name');
  const missing = recurring.find(({ task }) => !names.has(task));
  if (missing) throw new Error(`Recurring work ${missing.name} names the job ${missing.task}, which does not exist`);

  const tasks: TaskList = {
    async [eachStreet](raw) {
      const { task } = recurringPayload.parse(raw);
      for (const { id } of await db.outside<{ id: string }>(sql`select id from app.streets()`)) {
        const context = { tenantId: id, accountId: null, reach: '*' } as const;
        await db.transaction(context, async (tx) => addJob(tx, task, {}, { key: task }));
      }
    },
  };
  for (const job of jobs) {
    tasks[job.name] = async (raw, { job: row, abortSignal }) => {
      const { tenantId, payload } = envelope.parse(raw);
      const ticket = { id: String(row.id), lockedBy: row.locked_by ?? '' };
      const jobLog = log.child({ job: job.name, jobId: ticket.id });
      await job.run({ payload, tenantId, ticket, db, log: jobLog, clock, signal: abortSignal });
    };
  }
  return tasks;
}

/** A pool that reads instants as Date, as graphile-worker expects, while kernel/db reads them as text. */
function openPool(connectionString: string, log: Log): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text));
  const pool = new pg.Pool({ connectionString, max: jobsAtOnce + 2, types, options: '-c timezone=UTC' });
  pool.on('error', (error) => log.warn({ err: error }, 'job connection lost'));
  // The query that was under way reports it; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The worker tells every job at level info; here that is for debugging, and failures are told by job:error. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ from: 'job runner' }, message);
    else log.trace({ from: 'job runner' }, message);
  });
}
