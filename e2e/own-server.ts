import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const street = { code: '350702009000', name: '清溪街道' };

/** A server outside demonstration mode, with a street and accounts made on the command line, at an address that can have passkeys. */
export interface OwnServer {
  baseUrl: string;
  stop(): Promise<void>;
}

export interface OwnPerson {
  login: string;
  name: string;
  role: string;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
  await once(probe, 'close');
  return port;
}

export async function openOwnServer(people: readonly OwnPerson[], password: string): Promise<OwnServer> {
  const port = await freePort();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-own-'));
  const baseUrl = `http://localhost:${port}`;
  const settings = { LINJU_DATA: data, LINJU_DEMO: 'off', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: baseUrl };
  const env = { ...process.env, ...settings, RATE_LIMIT: '1000000', DATABASE_URL: '', LOG_LEVEL: '' };
  const linju = async (...args: string[]) => {
    const running = promisify(execFile)(process.execPath, ['api/cli.ts', ...args], { cwd: root, env });
    running.child.stdin?.end(`${password}\n`);
    await running;
  };
  await linju('street', 'create', '--code', street.code, '--name', street.name);
  for (const { login, name, role } of people) {
    const who = ['--login', login, '--name', name, '--role', role, '--area', street.name];
    await linju('account', 'create', ...who, '--password-stdin');
  }
  return serving(baseUrl, data, env);
}

/** A server of its own with the demonstration street, for what is set at the start. */
export async function openDemoServer(more: Readonly<Record<string, string>>): Promise<OwnServer> {
  const port = await freePort();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-own-'));
  const baseUrl = `http://localhost:${port}`;
  const settings = { LINJU_DATA: data, LINJU_DEMO: 'on', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: baseUrl };
  return serving(baseUrl, data, {
    ...{ ...process.env, ...settings, RATE_LIMIT: '1000000', DATABASE_URL: '', LOG_LEVEL: '' },
    ...more,
  });
}

async function serving(baseUrl: string, data: string, env: NodeJS.ProcessEnv): Promise<OwnServer> {
  const server = spawn(process.execPath, ['api/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await ready(server);
  return {
    baseUrl,
    async stop() {
      const ended = server.exitCode === null ? once(server, 'exit') : undefined;
      server.kill('SIGTERM');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface(server.stdout)) {
    if (!line.includes('http://')) continue;
    server.stdout.resume();
    return;
  }
  throw new Error('the server ended before it was ready');
}
