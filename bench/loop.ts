import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atMost, type Figure } from './figure.ts';
import { writeLetters } from './import.ts';
import { openStage, type Stage } from './stage.ts';

const root = path.resolve(import.meta.dirname, '..');

/** 99th percentile of the delay of the server's event loop since it was last asked, in milliseconds. */
async function loopDelay({ server }: Stage): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  const [, seconds] = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text) ?? [];
  return Number(seconds) * 1_000;
}

async function exportRows({ server, people }: Stage): Promise<void> {
  const headers = { authorization: `Bearer ${people.officers[0]?.token}` };
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/case-exports`, { headers });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
  await answer.arrayBuffer();
}

async function importRows({ server }: Stage, file: string): Promise<void> {
  const child = spawn(process.execPath, ['api/cli.ts', 'import', 'cases', file, '--area', 'c0'], {
    cwd: root,
    env: { ...process.env, LINJU_DATA: server.dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}

/** R21: how long the server's event loop is held up while 50,000 rows leave it, and while as many come in beside it. */
export async function benchLoop({ rows = 50_000 } = {}): Promise<Figure[]> {
  const stage = await openStage(100_000, { facts: true, open: 5_000 });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-loop-'));
  try {
    const file = path.join(folder, 'letters.xlsx');
    await writeLetters(file, String(Date.now()), rows);
    await loopDelay(stage);
    const before = performance.now();
    await exportRows(stage);
    const leaving = await loopDelay(stage);
    const exported = (performance.now() - before) / 1_000;
    await importRows(stage, file);
    const coming = await loopDelay(stage);
    const reference = 'nodejs_eventloop_lag_p99_seconds of /metrics, of which 20 ms are its own interval';
    return [
      atMost(
        'R21',
        `event loop, p99 while ${rows.toLocaleString('en')} rows leave`,
        leaving,
        50,
        'ms',
        `${reference}; took ${exported.toFixed(1)} s`,
      ),
      atMost(
        'R21',
        `event loop, p99 while ${rows.toLocaleString('en')} rows come in`,
        coming,
        50,
        'ms',
        `${reference}; the import is a process of its own`,
      ),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    await stage.close();
  }
}
