import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { embeddedUrl } from './embedded-postgres.ts';

/** A process that starts the database of a folder and writes pairs of rows as fast as it can, until it is killed. */
export interface CrashWriter {
  /** Numbers whose transaction the database has confirmed to the writer. */
  confirmed: number[];
  /** Milliseconds from its start until its first confirmed row. */
  ready: Promise<number>;
  /** Ends it by SIGKILL; nothing happens when it has ended. */
  kill(): Promise<void>;
  /**
   * Resolves when a database that was started later has confirmed a row. Ask before killing the one that runs: of that one, rows may
   * still be on their way here when it is dead.
   */
  nextDatabase(): Promise<void>;
}

const program = `
import fs from 'node:fs';
import pg from 'pg';
import { pino } from 'pino';
import { lockDataFolder } from ${JSON.stringify(path.resolve(import.meta.dirname, 'data-lock.ts'))};
import { startEmbeddedPostgres } from ${JSON.stringify(path.resolve(import.meta.dirname, 'embedded-postgres.ts'))};
const dataFolder = process.argv[1];
await lockDataFolder(dataFolder);
const postgres = await startEmbeddedPostgres({ dataFolder, log: pino({ level: 'silent' }) });
const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
await pool.query('create table if not exists debit (number bigint primary key); create table if not exists credit (number bigint primary key)');
const { rows } = await pool.query('select coalesce(max(number), 0)::int as last from debit');
let number = rows[0].last + 1000;
function tell(number, database) {
  try {
    fs.writeSync(1, number + ' ' + database + '\\n');
  } catch {
    process.exit(1); // Nobody listens any more.
  }
}
async function write() {
  for (;;) {
    const mine = (number += 1);
    const client = await pool.connect().catch(() => undefined);
    if (!client) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    let failure;
    try {
      await client.query('begin');
      const { rows } = await client.query('insert into debit values ($1) returning extract(epoch from pg_postmaster_start_time()) as started', [mine]);
      await client.query('insert into credit values ($1)', [mine]);
      await client.query('commit');
      tell(mine, rows[0].started);
    } catch (error) {
      failure = error;
    }
    client.release(failure);
  }
}
await Promise.all([write(), write(), write(), write()]);
`;

export function startCrashWriter(dataFolder: string): CrashWriter {
  const started = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, dataFolder], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const confirmed: number[] = [];
  const lines = createInterface({ input: child.stdout });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'close').then(([status, signal]) => {
    throw new Error(`The writer ended (${status ?? signal}): ${complaint}`);
  });
  ended.catch(() => undefined);
  const databases = new EventEmitter();
  let current = '';
  lines.on('line', (line) => {
    const [number, database = ''] = line.split(' ');
    confirmed.push(Number(number));
    if (database === current) return;
    current = database;
    databases.emit('next');
  });
  const nextDatabase = async () => {
    await Promise.race([once(databases, 'next'), ended]);
  };
  return {
    confirmed,
    ready: nextDatabase().then(() => performance.now() - started),
    nextDatabase,
    async kill() {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
}

/** Numbers that were confirmed and are gone, and numbers of which only one of the two rows is there. */
export async function losses(
  dataFolder: string,
  confirmed: readonly number[],
): Promise<{ lost: number[]; halves: number[] }> {
  const client = new pg.Client({ connectionString: embeddedUrl(dataFolder) });
  await client.connect();
  try {
    const { rows } = await client.query<{ debit: string | null; credit: string | null }>(
      'select debit.number as debit, credit.number as credit from debit full join credit using (number)',
    );
    const whole = new Set(
      rows.filter(({ debit, credit }) => debit !== null && credit !== null).map(({ debit }) => Number(debit)),
    );
    const halves = rows
      .filter(({ debit, credit }) => debit === null || credit === null)
      .map(({ debit, credit }) => Number(debit ?? credit));
    return { lost: confirmed.filter((number) => !whole.has(number)), halves };
  } finally {
    await client.end();
  }
}
