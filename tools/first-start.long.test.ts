import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerOf } from '../api/kernel/data-lock.ts';

const minute = 60_000;
const started: ChildProcess[] = [];
let place: string;
let clone: string;
let data: string;

beforeAll(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), '邻 聚 '));
  fs.chmodSync(place, 0o711);
  clone = path.join(place, 'clone');
  data = path.join(place, 'data');
  execFileSync('git', ['clone', '--quiet', path.resolve(import.meta.dirname, '..'), clone]);
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  fs.rmSync(place, { recursive: true, force: true });
});

/** `npm start` in the clone. `address` resolves with what the one line on standard output names. */
function start() {
  const before = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    env: { ...process.env, LINJU_DATA: data, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = once(child, 'exit').then(([status]) => ({
    status,
    complaint,
    milliseconds: performance.now() - before,
  }));
  const address = Promise.race([
    once(output, 'line').then(
      ([line]: string[]) => /^邻聚 Linju is ready at (http:\S+)$/.exec(line ?? '')?.[1] ?? `not ready: ${line}`,
    ),
    ended.then(() => `ended: ${complaint}`),
  ]);
  return { child, lines, address, ended, before };
}

function ask(address: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${address}/api/health`, { agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject);
  });
}

test('a fresh clone starts by itself, refuses a second process, and stops without losing an answer', {
  timeout: 15 * minute,
}, async () => {
  const first = start();
  const address = await first.address;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(address, new http.Agent())).toBe(200);

  const second = await start().ended;
  expect(second.status).not.toBe(0);
  expect(second.complaint).toContain(`in use by process ${ownerOf(data)}`);
  expect(second.milliseconds).toBeLessThan(4_000);

  const failures: string[] = [];
  let answers = 0;
  const clients = Array.from({ length: 10 }, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      try {
        const status = await ask(address, agent);
        if (status !== 200) failures.push(`status ${status}`);
        answers += 1;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') failures.push(String(error));
        return;
      }
      await sleep(200);
    }
  });
  await sleep(2_000);
  const asked = performance.now();
  first.child.kill('SIGTERM');
  expect((await first.ended).status).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  await Promise.all(clients);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(60);
  expect(first.lines).toHaveLength(1);
});

test('the second start answers within 4 s, and within 10 s after the server was killed', {
  timeout: 5 * minute,
}, async () => {
  const second = start();
  expect(await ask(await second.address, new http.Agent())).toBe(200);
  expect(performance.now() - second.before).toBeLessThan(4_000);
  process.kill(ownerOf(data) ?? Number.NaN, 'SIGKILL');
  await second.ended;
  const third = start();
  expect(await ask(await third.address, new http.Agent())).toBe(200);
  expect(performance.now() - third.before).toBeLessThan(10_000);
  third.child.kill('SIGTERM');
  expect((await third.ended).status).toBe(0);
  expect(fs.existsSync(path.join(data, 'postgres', 'postmaster.pid'))).toBe(false);
});
