import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../api/kernel/embedded-postgres.ts';
import { openSecrets } from '../api/kernel/secrets.ts';
import { openCuttingProxy } from '../tools/cutting-proxy.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { type Server, startServer } from './server.ts';
import { fillStreet } from './street.ts';

const perSecond = 20;

async function ask({ port }: Server, token: string): Promise<{ status: number; ms: number }> {
  const before = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - before };
}

/** R7: the line to the database hangs, then is torn, each for so long, while twenty people a second go on asking. */
export async function benchOutage({ seconds = 10 } = {}): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-outage-'));
  fs.chmodSync(folder, 0o711);
  const log = pino({ level: 'silent' });
  const database = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'database'), log });
  const { pathname, searchParams } = new URL(database.url);
  const proxy = await openCuttingProxy({ path: `${searchParams.get('host')}/.s.PGSQL.5432` });
  const dataFolder = path.join(folder, 'server');
  fs.mkdirSync(dataFolder);
  const server = await startServer({
    dataFolder,
    databaseUrl: `postgresql://postgres@127.0.0.1:${proxy.port}${pathname}`,
  });
  try {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const { residents } = await fillStreet(owner, openSecrets(path.join(dataFolder, 'secret.key'), 'aes'));
    await owner.end();
    const token = residents[0]?.token ?? '';
    for (let n = 0; n < 500; n++) await ask(server, token);
    const figures: Figure[] = [];
    for (const [name, cut] of [['hangs', proxy.hang] as const, ['is torn', proxy.tear] as const]) {
      const memory = server.memory();
      let most = memory;
      cut();
      const asked: ReturnType<typeof ask>[] = [];
      for (let n = 0; n < seconds * perSecond; n++) {
        asked.push(ask(server, token));
        await sleep(1_000 / perSecond);
        most = Math.max(most, server.memory());
      }
      const told = await Promise.all(asked);
      proxy.mend();
      const mended = performance.now();
      while ((await ask(server, token)).status !== 200) await sleep(20);
      const recovered = (performance.now() - mended) / 1_000;
      const wrong = told.filter(({ status }) => status !== 503).length;
      const reference = `a line that ${name} for ${seconds} s, ${told.length} requests, ${wrong} not answered by 503`;
      figures.push(
        atMost(
          'R7',
          'error answer without a database, p99',
          percentile(
            told.map(({ ms }) => ms / 1_000),
            0.99,
          ),
          2,
          's',
          reference,
        ),
        atMost('R7', 'until answers come again', recovered, 5, 's', reference),
        atMost('R7', 'memory gained', most - memory, 50, 'MB', reference),
      );
    }
    return figures;
  } finally {
    await server.stop();
    await proxy.close();
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
