import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const program = '/usr/lib/postgresql/15/bin/pgbench';

// More do not make it faster on two cores, and the server's own connections need their places.
const clients = 16;

export interface PgbenchRun {
  appUrl: string;
  scripts: readonly string[];
  seconds: number;
}

/** Transactions a second that pgbench reaches with the scripts, prepared, as linju_app. */
export async function pgbench({ appUrl, scripts, seconds }: PgbenchRun): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-pgbench-'));
  const files = scripts.map((script, index) => {
    const file = path.join(folder, `${index}.sql`);
    fs.writeFileSync(file, script);
    return ['-f', file];
  });
  const url = new URL(appUrl);
  // Ids of one run must not meet those of the run before.
  const first = Math.floor(Date.now() / 100) % 2 ** 31;
  try {
    const { stdout } = await promisify(execFile)(
      program,
      [
        ...[
          '-n',
          '-M',
          'prepared',
          '-c',
          String(clients),
          '-j',
          '2',
          '-T',
          String(seconds),
          '-D',
          `k=${first * 1_000}`,
        ],
        ...files.flat(),
        ...['-h', url.searchParams.get('host') ?? url.hostname, '-U', url.username, url.pathname.slice(1)],
      ],
      { env: { ...process.env, PGPASSWORD: url.password } },
    );
    const rate = Number(/tps = ([\d.]+) \(without initial/.exec(stdout)?.[1]);
    const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
    if (!rate || failed > 0) throw new Error(`pgbench did not run the transaction:\n${stdout}`);
    return rate;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
