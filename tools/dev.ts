import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readConfig } from '../api/kernel/config.ts';

// The server, started again on each change, and one Vite server per face, which passes /api on to it. Ctrl-C or SIGTERM
// ends them all; one that fails leaves the others running.
const root = path.resolve(import.meta.dirname, '..');
const env = { ...process.env, LINJU_API: `http://127.0.0.1:${readConfig(process.env).port}` };
const faces = fs
  .readdirSync(path.join(root, 'web'))
  .filter((face) => fs.existsSync(path.join(root, 'web', face, 'vite.config.ts')));

const children: ChildProcess[] = [
  run(['--watch', '--watch-preserve-output', 'api/main.ts']),
  ...faces.map((face) => run(['node_modules/vite/bin/vite.js', '--config', `web/${face}/vite.config.ts`])),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}

function run(args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).on('exit', (status) => {
    if (status) process.exitCode = status;
  });
}
