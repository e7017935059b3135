import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const hasProc = fs.existsSync('/proc/self/cwd');

/** What postmaster.pid says about the server that runs, or ran, on a cluster. */
export interface PostmasterNote {
  pid: number;
  socket: string;
  isReady: boolean;
}

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

/** Whether the process lives and works in this cluster; a process id alone may have gone to somebody else. */
export function worksIn(pid: number, cluster: string): boolean {
  if (!hasProc)
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** The command line of a process, without the program's own name. */
export function argumentsOf(pid: number): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(1, -1);
  } catch {
    return [];
  }
}

/** Waits until the process no longer works in the cluster. @returns false when it still does after `patience` ms. */
async function waitForEnd(pid: number, cluster: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (worksIn(pid, cluster)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** Ends a postmaster: first fast (a clean shutdown), then immediate (the next start recovers from the log). */
export async function endPostmaster(pid: number, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 7_000],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (!worksIn(pid, cluster)) return;
    signalTo(pid, signal);
    if (await waitForEnd(pid, cluster, patience)) return;
  }
}

/**
 * Clears what a killed postmaster left: its backends hold the shared memory, and the next postmaster refuses to start
 * until the last one is gone. Only call this when no postmaster of the cluster lives and this process holds its lock.
 */
export async function clearRemains(cluster: string, socket: string): Promise<void> {
  const remains = processIds().filter((pid) => worksIn(pid, cluster));
  for (const pid of remains) signalTo(pid, 'SIGKILL');
  for (const pid of remains) await waitForEnd(pid, cluster, 2_000);
  // Its process id may meanwhile belong to a stranger, or to a dead process nobody has asked after yet, and PostgreSQL
  // would believe that one to be a postmaster. (Seen when postmaster and Linju were killed together.)
  for (const file of [path.join(cluster, 'postmaster.pid'), path.join(socket, '.s.PGSQL.5432.lock')])
    fs.rmSync(file, { force: true });
}

function processIds(): number[] {
  if (!hasProc) return [];
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
