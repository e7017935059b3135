import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The whole server as `npm start` runs it, with its own database in a data folder. */
export interface Server {
  readonly port: number;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Milliseconds from its start until it said that it is ready. */
  readonly readyAfter: number;
  /** Resident memory in MB. */
  memory(): number;
  /** SIGTERM; gives back the exit code. */
  stop(): Promise<number>;
}

export interface ServerOptions {
  dataFolder: string;
  /** Runs `npm start` instead of the program behind it. */
  throughNpm?: boolean;
  /** A database of somebody else instead of its own. */
  databaseUrl?: string;
}

/** What `npm start` gives Node, so that what is measured is what runs. */
function startScript(): { args: string[]; env: Record<string, string> } {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, settings, args] = /exec env (.*) \S*node (.*api\/main\.ts)$/.exec(scripts.start) ?? [];
  if (!settings || !args) throw new Error('the start script of package.json does not run api/main.ts');
  const env = Object.fromEntries(settings.split(' ').map((setting) => setting.split('=')));
  return { args: args.split(' '), env };
}

export async function startServer({ dataFolder, throughNpm = false, databaseUrl }: ServerOptions): Promise<Server> {
  const { args, env } = startScript();
  const before = performance.now();
  const [command, given] = throughNpm ? ['npm', ['start', '--silent']] : [process.execPath, args];
  const child = spawn(command, given, {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      PORT: '0',
      LINJU_DATA: dataFolder,
      LINJU_DEMO: 'off',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      // A handful of people stands for thousands here.
      RATE_LIMIT: '1000000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /is ready at http:\/\/127\.0\.0\.1:(\d+)/.exec(output);
      if (address) resolve(Number(address[1]));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  return {
    port,
    dataFolder,
    process: child,
    readyAfter: performance.now() - before,
    memory() {
      const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code ?? -1;
    },
  };
}
