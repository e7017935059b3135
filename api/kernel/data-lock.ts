import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another living process serves this data folder. `ownerPid` is its process id. */
export class DataFolderInUse extends Error {
  readonly ownerPid: number;
  constructor(folder: string, ownerPid: number) {
    super(
      `The data folder ${folder} is in use by process ${ownerPid}. Stop that one first, or set LINJU_DATA to another folder.`,
    );
    this.name = 'DataFolderInUse';
    this.ownerPid = ownerPid;
  }
}

export interface DataLock {
  release(): void;
}

const patience = 1_500;

/**
 * Takes the data folder for this process, or throws DataFolderInUse within 2 s.
 *
 * Every process writes a claim named after itself and only then reads the others: of two that overlap, the later one
 * always sees the earlier, so both can never pass. A claim is never renamed and its name never returns (boot, pid and
 * start time of the process), so clearing a dead one cannot hit a living one. Taking over a single lock file by rename
 * was abandoned: a process that judged it stale could rename away the fresh lock of a third.
 */
export async function lockDataFolder(dataFolder: string): Promise<DataLock> {
  const folder = path.join(dataFolder, 'lock');
  // Nobody else may list it, but the account that runs the database has to pass through.
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  const mine = claimOf(process.pid) ?? `${process.pid}.0.0`;
  const claim = path.join(folder, `claim-${mine}`);
  const held = path.join(folder, `held-${mine}`);
  const release = () => {
    fs.rmSync(held, { force: true });
    fs.rmSync(claim, { force: true });
  };
  if (fs.existsSync(claim)) throw new DataFolderInUse(dataFolder, process.pid);
  const deadline = Date.now() + patience;
  for (;;) {
    fs.closeSync(fs.openSync(claim, 'wx'));
    const rivals = livingClaims(folder).filter((name) => name !== mine);
    if (rivals.length === 0) {
      fs.closeSync(fs.openSync(held, 'wx'));
      return { release };
    }
    const holder = rivals.find((name) => fs.existsSync(path.join(folder, `held-${name}`)));
    // No holder yet: two candidates met. The smaller name keeps asking at once, the larger steps back for a moment.
    release();
    if (holder || Date.now() > deadline) throw new DataFolderInUse(dataFolder, pidOf(holder ?? rivals[0] ?? mine));
    await sleep(rivals.some((name) => name < mine) ? 30 + Math.random() * 30 : 2);
  }
}

/** Process id of the living process that serves this data folder, if there is one. */
export function ownerOf(dataFolder: string): number | undefined {
  const folder = path.join(dataFolder, 'lock');
  if (!fs.existsSync(folder)) return undefined;
  const holder = livingClaims(folder).find((name) => fs.existsSync(path.join(folder, `held-${name}`)));
  return holder === undefined ? undefined : pidOf(holder);
}

function livingClaims(folder: string): string[] {
  const names = fs.readdirSync(folder).filter((name) => name.startsWith('claim-'));
  return names
    .map((name) => name.slice('claim-'.length))
    .filter((name) => {
      if (claimOf(pidOf(name)) === name) return true;
      fs.rmSync(path.join(folder, `held-${name}`), { force: true });
      fs.rmSync(path.join(folder, `claim-${name}`), { force: true });
      return false;
    });
}

/** `pid.start.boot` of a living process, or undefined when it is dead. Start and boot are 0 where there is no /proc. */
function claimOf(pid: number): string | undefined {
  if (!fs.existsSync('/proc/self/stat')) return isAlive(pid) ? `${pid}.0.0` : undefined;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in brackets may hold spaces and brackets: count the fields after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${pid}.${fields[19]}.${boot}`;
  } catch {
    return undefined;
  }
}

function pidOf(claim: string): number {
  return Number.parseInt(claim, 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
