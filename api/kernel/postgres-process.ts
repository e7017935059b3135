import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresHome } from './postgres-home.ts';

/** What postmaster.pid says about the server that runs, or ran, on a cluster. */
export interface PostmasterNote {
  pid: number;
  socket: string;
  isReady: boolean;
}

const hasProc = fs.existsSync('/proc/self/cmdline');

export function readPostmasterNote(cluster: string): PostmasterNote | undefined {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, socket: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Whether the process lives and is the postmaster of this cluster; its id alone may have gone to somebody else. */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!hasProc) {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      `-D ${cluster}`,
    );
  }
  const [option, folder] = argumentsOf(pid);
  return option === '-D' && folder === cluster;
}

/** The command line of a process, without the program's own name; empty when it is dead. */
export function argumentsOf(pid: number): string[] {
  return commandLine(pid).split('\0').slice(1, -1);
}

/** Ends a postmaster: first fast (a clean shutdown), then immediate (the next start recovers from the log). */
export async function endPostmaster(pid: number, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 7_000],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const) {
    signalTo(pid, signal);
    if (await passes(() => !isPostmaster(pid, cluster), patience)) return;
  }
}

/**
 * Clears what a killed postmaster left: its backends hold the shared memory, and the next postmaster refuses to start
 * until the last one is gone. Only call this when no postmaster of the cluster lives and this process holds its lock.
 */
export async function clearRemains({ cluster, socket, account }: PostgresHome): Promise<void> {
  const remains = backends().filter((pid) => workingFolder(pid, account) === cluster);
  for (const pid of remains) signalTo(pid, 'SIGKILL');
  if (!(await passes(() => !backends().some((pid) => remains.includes(pid)), 2_000))) return;
  // Its process id may meanwhile belong to a stranger, or to a dead process nobody has asked after yet, and PostgreSQL
  // would believe that one to be a postmaster. (Seen when postmaster and Linju were killed together.)
  for (const file of [path.join(cluster, 'postmaster.pid'), path.join(socket, '.s.PGSQL.5432.lock')]) {
    fs.rmSync(file, { force: true });
  }
}

/** Everything that calls itself `postgres: …`, of whichever cluster. */
function backends(): number[] {
  if (!hasProc) return [];
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => commandLine(pid).startsWith('postgres: '));
}

/** Root in a container may not look into another account's process; that account may. */
function workingFolder(pid: number, account: PostgresHome['account']): string | undefined {
  const link = `/proc/${pid}/cwd`;
  try {
    return fs.readlinkSync(link);
  } catch {
    if (!account) return undefined;
    const { uid, gid } = account;
    return spawnSync('readlink', ['-n', link], { uid, gid, cwd: '/', encoding: 'utf8' }).stdout;
  }
}

function commandLine(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function passes(condition: () => boolean, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
