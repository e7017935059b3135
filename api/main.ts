import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillDemonstration } from '../db/demo/index.ts';
import { buildApp } from './app.ts';
import { checkServingDatabase } from './kernel/boot-check.ts';
import { type Config, readConfig } from './kernel/config.ts';
import { lockDataFolder } from './kernel/data-lock.ts';
import { prepareDrain } from './kernel/drain.ts';
import { startEmbeddedPostgres } from './kernel/embedded-postgres.ts';
import { openLog } from './kernel/log.ts';
import { openLogFile } from './kernel/log-file.ts';
import { migrate } from './kernel/migrate.ts';
import { appPasswordOf, openOwnSecrets } from './kernel/secret-file.ts';

// What must be taken down again, in the order it was set up.
const running: { name: string; stop: () => void | Promise<void> }[] = [];
const longestStop = 9_500;
let stoppedSince: number | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

let starting = Promise.resolve();
try {
  starting = start(readConfig(process.env));
  await starting;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  await takeDown();
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const lock = await lockDataFolder(config.dataFolder);
  running.push({ name: 'data folder', stop: lock.release });
  const log = openLog(config.logLevel, openLogFile(config.logFile));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed unheard'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'Linju cannot go on');
    process.stderr.write(`${explain(error)}\n`);
    stop(1);
  });
  const secrets = openOwnSecrets(config);

  let ownerUrl = config.databaseUrl;
  const appPassword = ownerUrl === undefined ? undefined : appPasswordOf(secrets);
  if (ownerUrl === undefined) {
    const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log });
    running.push({ name: 'database', stop: () => postgres.stop() });
    ownerUrl = postgres.url;
  }

  const folder = path.resolve(import.meta.dirname, '../db/migrations');
  const { appUrl } = await migrate(ownerUrl, { folder, appPassword, log });
  for (const warning of await checkServingDatabase(appUrl, config.databaseUrl ? 'external' : 'embedded')) {
    process.stderr.write(`${warning}\n`);
    log.warn(warning);
  }

  const { app, open, close } = await buildApp({ config, appUrl, log });
  running.push({ name: 'server', stop: close });
  if (config.demo) await fillDemonstration(open.world);
  if (stoppedSince !== undefined) return;
  const drain = prepareDrain(app.server);
  await app.listen({ host: config.host, port: config.port });
  running.push({ name: 'requests', stop: drain });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  process.stdout.write(`邻聚 Linju is ready at http://${host.includes(':') ? `[${host}]` : host}:${port}\n`);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}. Stop what listens there, or set PORT to another one.`;
  if ('code' in error && error.code === 'EACCES' && 'path' in error)
    return `${error.message}. Linju may not write there: start it as the owner, or set LINJU_DATA to another folder.`;
  return error.message;
}

/** The first signal drains and stops; a second one ends at once. */
async function stop(status: number): Promise<void> {
  if (stoppedSince !== undefined) {
    // npm passes a Ctrl-C on to us although the terminal has sent it already: that echo is not a second wish.
    if (Date.now() - stoppedSince > 500) process.exit(1);
    return;
  }
  stoppedSince = Date.now();
  setTimeout(() => process.exit(1), longestStop).unref();
  // What is being set up right now is not on the list yet.
  await Promise.race([starting.catch(() => undefined), sleep(3_000)]);
  await takeDown();
  process.exit(status);
}

async function takeDown(): Promise<void> {
  for (let part = running.pop(); part; part = running.pop()) {
    try {
      await part.stop();
    } catch (error) {
      process.stderr.write(`Stopping the ${part.name}: ${error instanceof Error ? error.message : error}\n`);
    }
  }
}
