import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { DatabaseAway, watchDatabase } from './db-watch.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Milliseconds after which somebody who waits asks whether the database is there. */
const patience = 400;

function holdUp(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('takes no database for gone that answered while this process was busy', async () => {
  let gone = 0;
  const watch = watchDatabase(database.appUrl, () => gone++);
  const waiting = watch.guard(sleep(3_500).then(() => 'done'));
  // The very moment the question is asked: behind it in the same turn of the loop.
  setTimeout(() => holdUp(1_700), patience);
  expect(await waiting).toBe('done');
  expect(gone).toBe(0);
  watch.stop();
});

it('says soon that a database is gone that lets nobody in', async () => {
  const silent = net.createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const { port } = silent.address() as net.AddressInfo;
  let gone = 0;
  const watch = watchDatabase(`postgres://nobody@127.0.0.1:${port}/none`, () => gone++);
  const since = performance.now();
  await expect(watch.guard(sleep(10_000))).rejects.toThrow(DatabaseAway);
  expect(performance.now() - since).toBeLessThan(2_600);
  expect(gone).toBe(1);
  watch.stop();
  silent.close();
});
