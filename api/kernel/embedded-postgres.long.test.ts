import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { losses, startCrashWriter } from './crash-writer.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

const kills = 100;

test('R1, R2: nothing confirmed is lost in 100 kills of the process and 100 of the postmaster', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-kills-'));
  fs.chmodSync(folder, 0o711);
  const confirmed: number[] = [];
  const waits: number[] = [];
  const postmaster = () =>
    Number.parseInt(fs.readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  for (let round = 0; round < kills; round += 1) {
    const writer = startCrashWriter(folder);
    waits.push(await writer.ready);
    await sleep(Math.random() * 200);
    const back = writer.nextDatabase();
    process.kill(postmaster(), 'SIGKILL');
    const killed = performance.now();
    await back;
    waits.push(performance.now() - killed);
    await sleep(Math.random() * 200);
    await writer.kill();
    confirmed.push(...writer.confirmed);
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, log: pino({ level: 'silent' }) });
  expect(await losses(folder, confirmed)).toEqual({ lost: [], halves: [] });
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.POSITIVE_INFINITY;
  expect(confirmed.length).toBeGreaterThan(kills * 10);
  expect(p99).toBeLessThan(5_000);
});
