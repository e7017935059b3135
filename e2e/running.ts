import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    servers: readonly Running[];
  }
}

export interface Running {
  /** Where the server listens. */
  baseUrl: string;
  /** Everything it logged so far. */
  logFile: string;
}

const root = path.resolve(import.meta.dirname, '..');

/** For each worker a server on a fresh demonstration street: what one journey moves, another must not meet. */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  for (const face of ['mobile', 'console']) {
    if (!fs.existsSync(path.join(root, 'dist', face, 'index.html')))
      throw new Error(`web/${face} is not built. Run: npm run build`);
  }
  fs.rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  const started = await Promise.all(Array.from({ length: project.config.maxWorkers }, startServer));
  project.provide(
    'servers',
    started.map(({ running }) => running),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}

async function startServer(): Promise<{ running: Running; stop: () => Promise<void> }> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-e2e-'));
  const env = {
    ...process.env,
    LINJU_DATA: data,
    LINJU_DEMO: 'on',
    HOST: '127.0.0.1',
    PORT: '0',
    RATE_LIMIT: '1000000',
  };
  const server = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    env: { ...env, DATABASE_URL: '', LOG_LEVEL: '', PUBLIC_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const baseUrl = await addressOf(server);
  return {
    running: { baseUrl, logFile: path.join(data, 'log', 'server.log') },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  const failed = once(server, 'exit').then(([status]) => {
    throw new Error(`the server ended with ${status} before it was ready`);
  });
  const ready = (async () => {
    if (!server.stdout) throw new Error('the server has no standard output');
    for await (const line of createInterface(server.stdout)) {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) return address;
    }
    throw new Error('the server said nothing of its address');
  })();
  const address = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  server.stdout?.resume();
  return address;
}
