import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from '../tools/cutting-proxy.ts';
import { openTestStreet, type TestStreet } from '../tools/test-street.ts';
import { type App, buildApp } from './app.ts';

const secondsCut = 5;
const perSecond = 20;

let street: TestStreet;
let proxy: CuttingProxy;
let behind: App;
let headers: Record<string, string>;
beforeAll(async () => {
  street = await openTestStreet();
  const { pathname, searchParams } = new URL(street.database.appUrl);
  proxy = await openCuttingProxy({ path: `${searchParams.get('host')}/.s.PGSQL.5432` });
  const appUrl = `postgresql://linju_app@127.0.0.1:${proxy.port}${pathname}`;
  behind = await buildApp({ config: street.config, appUrl, log: pino({ level: 'silent' }) });
  headers = { authorization: `Bearer ${await street.token('chen')}` };
});
afterAll(async () => {
  await behind.close();
  await proxy.close();
  await street.close();
});

async function ask(): Promise<{ status: number; code: unknown; ms: number }> {
  const before = performance.now();
  const answer = await behind.app.inject({ url: '/api/v1/cases', headers });
  return { status: answer.statusCode, code: answer.json().code, ms: performance.now() - before };
}

/** R7 in short; `npm run bench -- outage --long` cuts for 60 s and watches the memory as well. */
describe.each([
  ['hangs', (one: CuttingProxy) => one.hang()],
  ['is torn', (one: CuttingProxy) => one.tear()],
] as const)('a line to the database that %s', (_, cut) => {
  it('is told to people within two seconds, keeps nobody waiting, and heals by itself', async () => {
    expect((await ask()).status).toBe(200);
    cut(proxy);
    const asked: ReturnType<typeof ask>[] = [];
    for (let n = 0; n < secondsCut * perSecond; n++) {
      asked.push(ask());
      await sleep(1_000 / perSecond);
    }
    const told = await Promise.all(asked);
    proxy.mend();
    expect(new Set(told.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 server.database_away']));
    const times = told.map(({ ms }) => ms).sort((a, b) => a - b);
    // The bar is 2 s on a machine of its own; here others run beside it.
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(4_000);
    const mended = performance.now();
    while ((await ask()).status !== 200) await sleep(50);
    expect(performance.now() - mended).toBeLessThan(5_000);
    expect(behind.open.world.db.pool.waitingCount).toBe(0);
  });
});

it('lets a busy database take its time: whoever waits for a connection is not refused', async () => {
  const { pool } = behind.open.world.db;
  const busy = Array.from({ length: street.config.poolSize }, () => pool.query('select pg_sleep(3)'));
  const { status, ms } = await ask();
  expect(status).toBe(200);
  expect(ms).toBeGreaterThan(2_000);
  await Promise.all(busy);
});
