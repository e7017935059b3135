import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../api/kernel/embedded-postgres.ts';
import { migrate } from '../api/kernel/migrate.ts';
import { dumpSchema, schemaFile } from './schema-snapshot.ts';

// Writes db/schema.sql anew: a throw-away database, every migration, and what they add up to.
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-schema-'));
fs.chmodSync(dataFolder, 0o711);
const log = pino({ level: 'warn' }, process.stderr);
const server = await startEmbeddedPostgres({ dataFolder, log, settings: { fsync: 'off' } });
try {
  await migrate(server.url, { folder: path.resolve(import.meta.dirname, '../db/migrations'), log });
  fs.writeFileSync(schemaFile, await dumpSchema(server.url));
  process.stdout.write(`${path.relative(process.cwd(), schemaFile)} written\n`);
} finally {
  await server.stop();
  fs.rmSync(dataFolder, { recursive: true, force: true });
}
