import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkServingDatabase, UnsafeDatabase } from './boot-check.ts';
import { type CrashWriter, losses, startCrashWriter } from './crash-writer.ts';
import { embeddedUrl, startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate, urlFor } from './migrate.ts';

const log = pino({ level: 'silent' });
const noMigrations = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-none-'));
let folder: string;
const writers: CrashWriter[] = [];

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju 邻聚 '));
  fs.chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, log });
  await postgres.stop();
}, 60_000);
afterAll(async () => {
  for (const writer of writers) await writer.kill();
  const left = postmasterOf(folder);
  if (left) process.kill(left, 'SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(noMigrations, { recursive: true, force: true });
});

/** 0 when none runs. */
function postmasterOf(folder: string): number {
  const note = path.join(folder, 'postgres', 'postmaster.pid');
  return fs.existsSync(note) ? Number.parseInt(fs.readFileSync(note, 'utf8'), 10) : 0;
}

function write(): CrashWriter {
  const writer = startCrashWriter(folder);
  writers.push(writer);
  return writer;
}

describe('the embedded database', () => {
  test('is refused by the boot check for its superuser and accepted for linju_app', async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder: folder, log });
    try {
      const { appUrl } = await migrate(postgres.url, { folder: noMigrations, log });
      await expect(checkServingDatabase(postgres.url, 'embedded')).rejects.toThrow(UnsafeDatabase);
      await expect(
        checkServingDatabase(`${urlFor(postgres.url, 'linju_app')}&options=-csynchronous_commit%3Doff`, 'embedded'),
      ).rejects.toThrow(/synchronous_commit/);
      expect(await checkServingDatabase(appUrl, 'embedded')).toEqual([]);
    } finally {
      await postgres.stop();
    }
    expect(embeddedUrl(folder)).toBeUndefined();
  });

  test('comes back after its postmaster is killed, with everything it had confirmed', { timeout: 60_000 }, async () => {
    const writer = write();
    await writer.ready;
    for (let round = 0; round < 3; round += 1) {
      await sleep(Math.random() * 300);
      const back = writer.nextDatabase();
      process.kill(postmasterOf(folder), 'SIGKILL');
      const killed = performance.now();
      await back;
      expect(performance.now() - killed).toBeLessThan(5_000);
    }
    expect(await losses(folder, [...writer.confirmed])).toEqual({ lost: [], halves: [] });
    await writer.kill();
  });

  test('goes on under the next process after ours is killed, and recovers when both are', {
    timeout: 60_000,
  }, async () => {
    const confirmed: number[] = [];
    for (const both of [false, true, false]) {
      const writer = write();
      expect(await writer.ready).toBeLessThan(5_000);
      await sleep(Math.random() * 300);
      const postmaster = postmasterOf(folder);
      await writer.kill();
      if (both) process.kill(postmaster, 'SIGKILL');
      confirmed.push(...writer.confirmed);
    }
    const before = postmasterOf(folder);
    const postgres = await startEmbeddedPostgres({ dataFolder: folder, log });
    expect(postgres.pid).toBe(before);
    expect(await losses(folder, confirmed)).toEqual({ lost: [], halves: [] });
    await postgres.stop();
  });

  test('of another major version is refused and left alone', async () => {
    const version = path.join(folder, 'postgres', 'PG_VERSION');
    const ours = fs.readFileSync(version, 'utf8');
    fs.writeFileSync(version, '16\n');
    await expect(startEmbeddedPostgres({ dataFolder: folder, log })).rejects.toThrow(
      /made by PostgreSQL 16; this Linju brings PostgreSQL 18/,
    );
    fs.writeFileSync(version, ours);
  });
});
