import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { prepareDrain } from './drain.ts';

async function listen() {
  const app = Fastify({ forceCloseConnections: 'idle', return503OnClosing: false });
  app.get('/slow', async () => {
    await sleep(300);
    return 'answered';
  });
  app.get('/fast', async () => 'answered');
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, drain: prepareDrain(app.server), port: (app.server.address() as AddressInfo).port };
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
  const { app, drain, port } = await listen();
  const agent = new http.Agent({ keepAlive: true });
  expect(await get(port, '/fast', agent)).toBe('answered');
  const inFlight = get(port, '/slow', new http.Agent({ keepAlive: true }));
  await sleep(50);
  const drained = drain();
  await expect(get(port, '/fast', new http.Agent())).rejects.toThrow('ECONNREFUSED');
  expect(await get(port, '/fast', agent)).toBe('answered');
  expect(await inFlight).toBe('answered');
  await drained;
  await app.close();
});

test('R6: of clients that ask without a pause none loses an answer', async () => {
  const { app, drain, port } = await listen();
  const failures: string[] = [];
  let answers = 0;
  const clients = Array.from({ length: 10 }, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      try {
        await get(port, '/fast', agent);
        answers += 1;
      } catch (error) {
        // Being turned away at the door is no loss: a proxy asks the next server.
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ECONNREFUSED') failures.push(String(error));
        return;
      }
      await sleep(Math.random() * 20);
    }
  });
  await sleep(200);
  await drain();
  await app.close();
  await Promise.all(clients);
  expect(answers).toBeGreaterThan(5);
  expect(failures).toEqual([]);
});
