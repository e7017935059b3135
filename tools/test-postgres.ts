import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../api/kernel/embedded-postgres.ts';
import { migrate, urlFor } from '../api/kernel/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Migrating role's connection string of the migrated database that the tests copy. */
    templateUrl: string;
  }
}

/** A database of its own for one test file: a copy of the migrated template, without demonstration data. */
export interface TestDatabase {
  /** The migrating role (a superuser). */
  ownerUrl: string;
  /** The serving role, linju_app. */
  appUrl: string;
  drop(): Promise<void>;
}

const templateName = 'linju';

/** Copies the template. Call it in beforeAll, and `drop()` in afterAll. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const ownerUrl = templateUrl.replace(`/${templateName}?`, `/${name}?`);
  await asAdministrator(templateUrl, `create database ${name} template ${templateName}`);
  return {
    ownerUrl,
    appUrl: urlFor(ownerUrl, 'linju_app'),
    drop: () => asAdministrator(templateUrl, `drop database ${name} with (force)`),
  };
}

/** vitest's global setup: one throw-away PostgreSQL for the whole run; 18 of our own, or 15 with LINJU_TEST_POSTGRES=15. */
export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-test-'));
  // The account that runs PostgreSQL for root has to pass through.
  fs.chmodSync(folder, 0o711);
  const log = pino({ level: 'warn' }, process.stderr);
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    log,
    programs: process.env.LINJU_TEST_POSTGRES === '15' ? '/usr/lib/postgresql/15/bin' : undefined,
    // Thrown away afterwards: nothing here has to survive a power cut.
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      shared_buffers: '128MB',
      max_connections: '200',
    },
  });
  const end = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(server.url, { folder: path.resolve(import.meta.dirname, '../db/migrations'), log });
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('templateUrl', server.url);
  return end;
}

async function asAdministrator(templateUrl: string, statement: string): Promise<void> {
  // Copying a database refuses while somebody is connected to the template, so the connection goes to another one.
  const client = new pg.Client({ connectionString: templateUrl.replace(`/${templateName}?`, '/postgres?') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
