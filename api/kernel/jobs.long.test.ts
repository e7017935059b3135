import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { openDb } from './db.ts';
import { addJob } from './jobs.ts';

const jobCount = 10_000;
const kills = 20;
/** 30 s of lease, 10 s between two looks, 2 s between two polls, and the work itself. */
const stuckAfterMs = 60_000;

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('create table effect (number integer); grant select, insert on effect to linju_app');
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function figure(query: string): Promise<number> {
  const { rows } = await owner.query<{ figure: string }>(`select count(*) as figure from ${query}`);
  return Number(rows[0]?.figure);
}

function startWorker() {
  return spawn(process.execPath, [join(import.meta.dirname, 'jobs-worker-process.ts'), database.appUrl], {
    stdio: 'ignore',
  });
}

test('10,000 jobs and 20 killed workers leave 10,000 effects, none twice, none stuck', {
  timeout: 300_000,
}, async () => {
  const db = openDb(database.appUrl, 2, () => undefined);
  const street = { tenantId: '0193b1d2-0000-7000-8000-000000000001', accountId: null, reach: '*' } as const;
  await db.transaction(street, async (tx) => {
    for (let number = 0; number < jobCount; number++) addJob(tx, 'test.count', { number });
  });
  await db.close();

  for (let kill = 0; kill < kills; kill++) {
    const before = await figure('effect');
    const worker = startWorker();
    const died = event(worker, 'exit');
    while (worker.exitCode === null && (await figure('effect')) === before) await sleep(10);
    await sleep(Math.random() * 150);
    worker.kill('SIGKILL');
    expect((await died)[1]).toBe('SIGKILL');
  }
  expect(await figure('effect')).toBeLessThan(jobCount);
  const orphaned = await figure('graphile_worker._private_jobs where locked_at is not null');

  const workers = [startWorker(), startWorker()];
  const deadline = Date.now() + stuckAfterMs;
  while ((await figure('graphile_worker._private_jobs')) > 0) {
    if (Date.now() > deadline) expect.fail(`${await figure('graphile_worker._private_jobs')} jobs are stuck`);
    await sleep(200);
  }
  for (const worker of workers) worker.kill('SIGKILL');

  expect(await figure('effect')).toBe(jobCount);
  expect(await figure('(select distinct number from effect) as numbers')).toBe(jobCount);
  expect(orphaned).toBeGreaterThan(0);
});
