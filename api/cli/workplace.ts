import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { type Config, readConfig } from '../kernel/config.ts';
import { lockDataFolder, ownerOf } from '../kernel/data-lock.ts';
import type { Db } from '../kernel/db.ts';
import { embeddedUrl, startEmbeddedPostgres } from '../kernel/embedded-postgres.ts';
import { type Log, openLog } from '../kernel/log.ts';
import { type Migrated, migrate, urlFor } from '../kernel/migrate.ts';
import { appPasswordOf, openOwnSecrets } from '../kernel/secret-file.ts';
import type { World } from '../kernel/world.ts';
import { openWorld } from '../open-world.ts';

/** What a command works with: the same database and keys as the server's. */
export interface Workplace {
  world: World;
  db: Db;
  /** The migrating role's connection string. */
  ownerUrl: string;
  appUrl: string;
  /** Migrations applied on the way here; none when a running server's database was joined. */
  applied: readonly string[];
}

export const migrationFolder = path.resolve(import.meta.dirname, '../../db/migrations');

/**
 * Joins the embedded database of a running server, or starts it for the time of the command; with DATABASE_URL uses that one.
 * The database is migrated first unless a running server has done so.
 */
export async function inWorkplace<T>(work: (place: Workplace) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = openLog('error', pino.destination({ fd: 2, sync: true }));
  const secrets = openOwnSecrets(config);
  const closing: Closing = [];
  // An embedded database is a process of its own: a Ctrl-C must not leave it behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void takeDown(closing).finally(() => process.exit(130)));
  }
  try {
    const found = await findDatabase(config, log, closing, appPasswordOf(secrets));
    const open = await openWorld({ config, appUrl: found.appUrl, log });
    closing.push(() => open.close());
    const { world } = open;
    return await work({ world, db: world.db, ...found });
  } finally {
    await takeDown(closing);
  }
}

/** What has to be taken down again, the last first. */
type Closing = (() => void | Promise<void>)[];

async function takeDown(closing: Closing): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close();
}

type Found = Migrated & { ownerUrl: string };

async function findDatabase(config: Config, log: Log, closing: Closing, appPassword: string): Promise<Found> {
  if (config.databaseUrl !== undefined) {
    const ownerUrl = config.databaseUrl;
    return { ownerUrl, ...(await migrate(ownerUrl, { folder: migrationFolder, appPassword, log })) };
  }
  if (ownerOf(config.dataFolder) !== undefined) {
    const ownerUrl = await runningUrl(config.dataFolder);
    return { ownerUrl, appUrl: urlFor(ownerUrl, 'linju_app'), applied: [] };
  }
  const lock = await lockDataFolder(config.dataFolder);
  closing.push(lock.release);
  const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log });
  closing.push(() => postgres.stop());
  return { ownerUrl: postgres.url, ...(await migrate(postgres.url, { folder: migrationFolder, log })) };
}

/** A server that is just starting has the folder before it has the database. */
async function runningUrl(dataFolder: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const url = embeddedUrl(dataFolder);
    if (url !== undefined) return url;
    await sleep(100);
  }
  throw new Error(
    `服务正在运行，但连不上它的数据库。The server runs, but its database in ${dataFolder} cannot be reached.`,
  );
}
