import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { prepareDrain } from './drain.ts';

async function listen() {
  const app = Fastify({ forceCloseConnections: 'idle', return503OnClosing: false });
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  app.get('/slow', async () => {
    arrived.resolve();
    await released.promise;
    return 'answered';
  });
  app.get('/fast', async () => 'answered');
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { app, drain: prepareDrain(app.server), port, arrived: arrived.promise, release: released.resolve };
}

function get(port: number, path: string, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port, path, agent }, (answer) => {
      answer.setEncoding('utf8').on('data', resolve);
    });
    request.on('error', reject);
  });
}

test('requests in flight and those on old connections are answered, new connections are refused', async () => {
  const { app, drain, port, arrived, release } = await listen();
  const agent = new http.Agent({ keepAlive: true });
  expect(await get(port, '/fast', agent)).toBe('answered');
  await Promise.all([
    expect(get(port, '/slow', new http.Agent({ keepAlive: true }))).resolves.toBe('answered'),
    (async () => {
      await arrived;
      const drained = drain();
      await expect(get(port, '/fast', new http.Agent())).rejects.toThrow('ECONNREFUSED');
      expect(await get(port, '/fast', agent)).toBe('answered');
      release();
      await drained;
    })(),
  ]);
  await app.close();
});

test('R6: of clients that ask without a pause none loses an answer', async () => {
  const { app, drain, port } = await listen();
  const failures: string[] = [];
  const busy = Promise.withResolvers<void>();
  let answers = 0;
  const clients = Array.from({ length: 10 }, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      try {
        await get(port, '/fast', agent);
        answers += 1;
        if (answers === 100) busy.resolve();
      } catch (error) {
        // Being turned away at the door is no loss: a proxy asks the next server.
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ECONNREFUSED') failures.push(String(error));
        busy.resolve();
        return;
      }
      await sleep(Math.random() * 20);
    }
  });
  await busy.promise;
  await drain();
  await app.close();
  await Promise.all(clients);
  expect(answers).toBeGreaterThanOrEqual(100);
  expect(failures).toEqual([]);
});
