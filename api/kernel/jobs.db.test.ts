import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { systemClock } from './clock.ts';
import { type Context, type Db, openDb, sql } from './db.ts';
import { addJob, defineJob, type Job, type JobWork, once, type Recurring } from './jobs.ts';
import { type Jobs, startJobs } from './jobs-runner.ts';
import { installJobs } from './jobs-schema.ts';
import { openLog } from './log.ts';

const street: Context = { tenantId: '0193b1d2-0000-7000-8000-000000000001', accountId: null, reach: '*' };
const otherStreet: Context = { ...street, tenantId: '0193b1d2-0000-7000-8000-000000000002' };

let database: TestDatabase;
let owner: pg.Client;
let db: Db;
let running: Jobs | undefined;
let logged: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  await Promise.all([installJobs(database.ownerUrl), installJobs(database.ownerUrl)]);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`
    create table effect (job_id text, tenant_id uuid, word text);
    grant select, insert on effect to linju_app;
    insert into tenant (id, code, name) values ('${street.tenantId}', 's1', '一街'), ('${otherStreet.tenantId}', 's2', '二街')`);
  db = openDb(database.appUrl, 5, () => undefined);
});

beforeEach(async () => {
  logged = [];
  await owner.query('truncate effect; delete from graphile_worker._private_jobs');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

async function work(
  jobs: Job[],
  recurring: Recurring[] = [],
  onDone = (_name: string, _outcome: string) => {},
  { connectionString = database.appUrl, lookEvery = 2_000 } = {},
) {
  const log = openLog('warn', { write: (line) => logged.push(line) });
  running = await startJobs({
    connectionString,
    jobs,
    recurring,
    db,
    log,
    clock: systemClock,
    lookEvery,
    onDone,
  });
}

async function until(happened: () => Promise<boolean> | boolean, withinMs = 8_000) {
  const end = Date.now() + withinMs;
  while (!(await happened())) {
    if (Date.now() > end) expect.fail(`did not happen within ${withinMs} ms: ${logged.join('')}`);
    await sleep(20);
  }
}

/** Another socket for the same database, that can be cut and opened again. */
async function bridgeTo(url: string) {
  const socket = new URL(url.replace('@/', '@localhost/')).searchParams.get('host') ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'linju-bridge-'));
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(join(socket, '.s.PGSQL.5432'));
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => end.destroy());
    }
    near.pipe(far).pipe(near);
  });
  const open = () => new Promise<void>((opened) => server.listen(join(folder, '.s.PGSQL.5432'), opened));
  await open();
  return {
    url: url.replace(encodeURIComponent(socket), encodeURIComponent(folder)).replace(socket, folder),
    open,
    cut() {
      server.close();
      for (const end of ends) end.destroy();
      ends.clear();
    },
    remove() {
      this.cut();
      rmSync(folder, { recursive: true });
    },
  };
}

const effects = async () => (await owner.query<{ word: string; tenant_id: string }>('select * from effect')).rows;
const waiting = async () => (await owner.query('select * from graphile_worker._private_jobs')).rows;
const listeners = async () =>
  (
    await owner.query(`select from pg_stat_activity
      where datname = current_database() and query like 'LISTEN%' and state = 'idle'`)
  ).rowCount;

const say = defineJob('test.say', z.strictObject({ word: z.string() }), async ({ payload, tenantId, ticket, db }) => {
  await db.transaction({ ...street, tenantId }, async (tx) => {
    if (!(await once(tx, ticket))) return;
    tx.send(sql`insert into effect values (${ticket.id}, app.tenant(), ${payload.word})`);
  });
});

test('a job of a rolled-back transaction never was', async () => {
  await expect(
    db.transaction(street, async (tx) => {
      addJob(tx, 'test.say', { word: 'no' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await waiting()).toEqual([]);
});

test('a payload that does not fit is refused at the door of the job, tried again later, and told', async () => {
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { phone: '13812345678' }));
  const outcomes: string[] = [];
  await work([say], [], (name, outcome) => outcomes.push(`${name} ${outcome}`));
  await until(() => outcomes.length > 0);
  expect(outcomes).toEqual(['test.say failed']);
  expect(logged.join('')).toContain('job failed');
  expect(logged.join('')).not.toContain('13812345678');
  await until(async () => (await waiting())[0]?.locked_at === null);
  expect(await waiting()).toMatchObject([{ attempts: 1 }]);
  expect(await effects()).toEqual([]);
});

test('a job runs in the street that added it, woken by the commit and not by the next look', async () => {
  await work([say], [], undefined, { lookEvery: 3_600_000 });
  await until(async () => (await listeners()) === 1);
  await db.transaction(otherStreet, async (tx) => addJob(tx, 'test.say', { word: '你好' }));
  await until(async () => (await effects()).length === 1);
  expect(await effects()).toMatchObject([{ word: '你好', tenant_id: otherStreet.tenantId }]);
  await until(async () => (await waiting()).length === 0);
});

test('a key replaces the waiting job of its own street only', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'old' }, { key: 'k', runAt }));
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'new' }, { key: 'k', runAt }));
  await db.transaction(otherStreet, async (tx) => addJob(tx, 'test.say', { word: 'other' }, { key: 'k', runAt }));
  const words = (await waiting()).map(({ payload }) => payload.payload.word);
  expect(words.sort()).toEqual(['new', 'other']);
  expect((await waiting())[0].run_at).toBeTruthy();
});

test('a job due later waits', async () => {
  const runAt = new Date(Date.now() + 60_000);
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'later' }, { runAt }));
  await work([say]);
  await sleep(300);
  expect(await effects()).toEqual([]);
});

test('run twice at the same time, the effect happens once', async () => {
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'once' }));
  const { rows } = await owner.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now() returning id`,
  );
  const ticket = { id: String(rows[0].id), lockedBy: 'pool-x' };
  const attempt: Pick<JobWork<unknown>, 'payload' | 'tenantId' | 'ticket' | 'db'> = {
    payload: { word: 'once' },
    tenantId: street.tenantId,
    ticket,
    db,
  };
  const log = openLog('silent');
  const all = Array.from({ length: 5 }, () => say.run({ ...attempt, log, clock: systemClock, signal: undefined }));
  await Promise.all(all);
  expect(await effects()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test('a job that a dead process had taken is given back after its lease, one still leased is not', async () => {
  await db.transaction(street, async (tx) => {
    addJob(tx, 'test.say', { word: 'orphan' });
    addJob(tx, 'test.say', { word: 'in good hands' });
  });
  await owner.query(`update graphile_worker._private_jobs set locked_by = 'pool-dead', attempts = 1,
    locked_at = now() - case payload -> 'payload' ->> 'word' when 'orphan' then interval '31 s' else interval '5 s' end`);
  await work([say]);
  await until(async () => (await effects()).length === 1);
  expect(await effects()).toMatchObject([{ word: 'orphan' }]);
  expect(await waiting()).toMatchObject([{ locked_by: 'pool-dead' }]);
});

test('stopping lets a running job finish and takes no further one', async () => {
  let begun = 0;
  const slow = defineJob('test.slow', z.strictObject({}), async (job) => {
    begun += 1;
    await sleep(400);
    await say.run({ ...job, payload: { word: 'finished' } });
  });
  await db.transaction(street, async (tx) => {
    for (let index = 0; index < 6; index++) addJob(tx, 'test.slow', {});
  });
  await work([slow]);
  await until(() => begun === 2);
  await running?.stop();
  running = undefined;
  expect(await effects()).toHaveLength(2);
  expect(begun).toBe(2);
  expect(await waiting()).toHaveLength(4);
  expect((await waiting()).every(({ locked_at }) => locked_at === null)).toBe(true);
});

test('the runner survives the loss of every connection', async () => {
  await work([say]);
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = 'linju_app' and datname = current_database()`,
  );
  await sleep(100);
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'still here' }));
  await until(async () => (await effects()).length === 1);
});

test('a database that is away while a job is being completed ends neither the process nor the work', async () => {
  const bridge = await bridgeTo(database.appUrl);
  let begun = false;
  const slow = defineJob('test.slow', z.strictObject({}), async () => {
    begun = true;
    await sleep(200);
  });
  await work([slow, say], [], undefined, { connectionString: bridge.url });
  await db.transaction(street, async (tx) => addJob(tx, 'test.slow', {}));
  await until(() => begun);
  bridge.cut();
  await until(() => logged.some((line) => line.includes('job runner broke off')));
  await bridge.open();
  await db.transaction(street, async (tx) => addJob(tx, 'test.say', { word: 'again' }));
  await until(async () => (await effects()).length === 1);
  await running?.stop();
  running = undefined;
  bridge.remove();
});

test('recurring work runs once for every street', async () => {
  const nightly = defineJob('test.nightly', z.strictObject({}), (job) =>
    say.run({ ...job, payload: { word: 'night' } }),
  );
  await work([nightly], [{ name: 'night', cron: '0 18 * * *', task: 'test.nightly' }]);
  await owner.query(`select graphile_worker.add_job('jobs.each-street', '{"task": "test.nightly"}')`);
  await until(async () => (await effects()).length === 2);
  expect((await effects()).map(({ tenant_id }) => tenant_id).sort()).toEqual([street.tenantId, otherStreet.tenantId]);
});

test('a recurring line that names no job, and two jobs of one name, stop the start', async () => {
  await expect(work([say], [{ name: 'x', cron: '* * * * *', task: 'test.absent' }])).rejects.toThrow('does not exist');
  await expect(work([say, say])).rejects.toThrow('same name');
});
