import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { installJobs } from './jobs-schema.ts';
import { ensureAppPassword, ensureRoles } from './roles.ts';

export interface MigrateOptions {
  /** Folder of the files NNNN_name.sql. */
  folder: string;
  /** Password of linju_app; undefined where the server trusts who reaches its socket (the embedded one). */
  appPassword?: string | undefined;
  log: Logger;
}

export interface Migrated {
  /** Connection string of linju_app, the serving role. */
  appUrl: string;
  /** Names of the files applied just now. */
  applied: string[];
}

/** The database and the migration files disagree; the message says how. Nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

interface MigrationFile {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

// Any number will do, as long as every Linju uses the same.
const lockKey = 5_466_581;

/**
 * Brings the database behind `url` to the newest schema, forward only, one transaction for each file, and then the tables
 * of the job queue. Safe to run twice at once.
 */
export async function migrate(url: string, { folder, appPassword, log }: MigrateOptions): Promise<Migrated> {
  const files = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'linju migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await ensureRoles(client);
    await client.query('create extension if not exists ltree');
    await client.query('set role linju_owner');
    await client.query(
      `create table if not exists schema_migration (
         number integer primary key,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null default now()
       )`,
    );
    const pending = await pendingOf(client, files);
    for (const file of pending) {
      await apply(client, file);
      log.info({ migration: file.name }, 'migration applied');
    }
    await client.query('reset role');
    await installJobs(url);
    const appUrl = urlFor(url, 'linju_app', appPassword);
    if (appPassword !== undefined) await ensureAppPassword(client, appUrl, appPassword);
    return { appUrl, applied: pending.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

/** The same server and database, signed in as another role. */
export function urlFor(url: string, role: string, password?: string): string {
  const identity = password === undefined ? role : `${role}:${encodeURIComponent(password)}`;
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, (_whole, scheme: string) => `${scheme}${identity}@`);
}

/** Reads NNNN_name.sql in order. @throws MigrationRefused on a misnamed file or a number used twice. */
export function readMigrations(folder: string): MigrationFile[] {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
        throw new MigrationRefused(`${name} is not named like 0001_what_it_does.sql.`);
      const sql = fs.readFileSync(path.join(folder, name), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
  files.forEach((file, index) => {
    if (files[index - 1]?.number === file.number)
      throw new MigrationRefused(`${files[index - 1]?.name} and ${file.name} have the same number.`);
  });
  return files;
}

async function pendingOf(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<Omit<MigrationFile, 'sql'>>(
    'select number, name, checksum from schema_migration order by number',
  );
  for (const applied of rows) {
    const file = files.find(({ number }) => number === applied.number);
    if (!file)
      throw new MigrationRefused(
        `The database is newer than this Linju: it has ${applied.name}, which is not in this copy.`,
      );
    if (file.checksum !== applied.checksum) {
      throw new MigrationRefused(
        `${file.name} was changed after it had been applied. Undo the change and write a new migration.`,
      );
    }
  }
  const newest = rows.at(-1)?.number ?? 0;
  const done = new Set(rows.map(({ number }) => number));
  const pending = files.filter(({ number }) => !done.has(number));
  const late = pending.find(({ number }) => number < newest);
  if (late)
    throw new MigrationRefused(
      `${late.name} comes too late: number ${newest} is applied already. Give it a higher number.`,
    );
  return pending;
}

const wallRaised = /^select app\.raise_wall\('[a-z_]+'\);$/gm;

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await withoutWalls(client, file.sql);
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${file.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/**
 * The owner of the tables is behind the tenant wall like everybody, and belongs to no street: what a migration changes in rows would find
 * none. Within its transaction the owner is let through, and the walls of new tables go up last: a table may be filled for the streets that
 * stand already.
 */
async function withoutWalls(client: pg.Client, statements: string): Promise<void> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select oid::integer, oid::regclass::text as name from pg_class where relforcerowsecurity and relowner = current_user::regrole`,
  );
  await client.query(rows.map(({ name }) => `alter table ${name} no force row level security`).join(';'));
  await client.query(statements.replaceAll(wallRaised, ''));
  // A table with a foreign key still to be looked at cannot be altered.
  await client.query('set constraints all immediate');
  await client.query((statements.match(wallRaised) ?? []).join('\n'));
  const { rows: left } = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any($1::oid[])',
    [rows.map(({ oid }) => oid)],
  );
  await client.query(left.map(({ name }) => `alter table ${name} force row level security`).join(';'));
}
