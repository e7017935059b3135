import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import { setAside } from './log-file.ts';

/** The operating system's account that runs PostgreSQL; undefined when it is our own. */
export interface PostgresAccount {
  name: string;
  uid: number;
  gid: number;
}

/** Where one embedded database lives. All paths are real paths, without symbolic links. */
export interface PostgresHome {
  /** Folder with `postgres` and `initdb`. */
  programs: string;
  /** The database's own folder (PGDATA). */
  cluster: string;
  /** Folder of the Unix socket, 0700. */
  socket: string;
  logFile: string;
  account: PostgresAccount | undefined;
}

// sun_path holds 107 bytes and a terminating zero; the socket itself is called .s.PGSQL.5432.
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;

/**
 * Makes the folders of the embedded database and says where they are.
 * PostgreSQL refuses to run as root, so root lends it the account `postgres` (or `nobody`) and whatever that account
 * cannot reach (a checkout or a data folder below /root) is kept under /var/lib/linju-databases instead.
 */
export function preparePostgresHome(dataFolder: string, programs: string, log: Logger): PostgresHome {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  makeFolder(dataFolder, 0o711);
  const data = fs.realpathSync(dataFolder);
  const logFile = path.join(data, 'log', 'postgres.log');
  setAside(logFile);

  const cluster = path.join(data, 'postgres');
  let place = data;
  if (account && !canReach(data, account)) {
    place = path.join('/var/lib/linju-databases', shortHash(data));
    makeFolder(place, 0o711);
    if (!fs.existsSync(cluster)) {
      fs.mkdirSync(path.join(place, 'postgres'), { recursive: true, mode: 0o700 });
      fs.rmSync(cluster, { force: true });
      fs.symlinkSync(path.join(place, 'postgres'), cluster);
    }
    log.warn(
      `The account ${account.name}, which runs PostgreSQL because root may not, cannot reach ${data}: the database itself is kept in ${place}.`,
    );
  }
  makeFolder(cluster, 0o700);
  const realCluster = fs.realpathSync(cluster);
  if (account && !canReach(path.dirname(realCluster), account)) {
    throw new Error(
      `The account ${account.name} cannot reach the database in ${realCluster}. Let it pass (chmod o+x on the folders above), or set LINJU_DATA to another folder.`,
    );
  }
  own(realCluster, account);

  return {
    programs: account && !canReach(programs, account) ? copyPrograms(programs, place, log) : programs,
    cluster: realCluster,
    socket: prepareSocketFolder(place, account),
    logFile,
    account,
  };
}

function unprivilegedAccount(): PostgresAccount {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is no account `postgres` or `nobody`. Start Linju as an ordinary user.',
  );
}

/** Whether the account may enter the folder and everything above it. */
function canReach(folder: string, account: PostgresAccount): boolean {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = fs.statSync(at);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function copyPrograms(programs: string, place: string, log: Logger): string {
  const native = path.dirname(programs);
  const target = path.join(
    place,
    `postgres-programs-${shortHash(native + fs.statSync(path.join(programs, 'postgres')).mtimeMs)}`,
  );
  if (!fs.existsSync(target)) {
    log.info(`Copying PostgreSQL to ${target}, where its account can run it.`);
    const half = `${target}.${process.pid}`;
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(half, target);
  }
  return path.join(target, path.basename(programs));
}

function prepareSocketFolder(place: string, account: PostgresAccount | undefined): string {
  const inside = path.join(place, 'socket');
  const fits = Buffer.byteLength(inside) <= longestSocketFolder;
  const folder = fits ? inside : path.join(fs.realpathSync(os.tmpdir()), `linju-${shortHash(place)}`);
  makeFolder(folder, 0o700);
  // A folder for temporary files is everybody's: somebody else may have put a folder or link of that name there first.
  const found = fs.lstatSync(folder);
  const trusted = [process.getuid?.(), account?.uid];
  if (!found.isDirectory() || !trusted.includes(found.uid))
    throw new Error(`${folder} belongs to somebody else. Remove it, or set TMPDIR.`);
  fs.chmodSync(folder, 0o700);
  own(folder, account);
  return folder;
}

function makeFolder(folder: string, mode: number): void {
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true, mode });
}

function own(folder: string, account: PostgresAccount | undefined): void {
  if (account) fs.chownSync(folder, account.uid, account.gid);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
