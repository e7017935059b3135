import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

const longest = 45 * 60_000;

export interface ProgramRun {
  status: number;
  /** What it wrote, standard output and standard error as they came. */
  output: string;
  seconds: number;
}

/** Runs a program on this Node and keeps what it writes. One that hangs for 45 minutes is ended and counts as failed. */
export async function runProgram(folder: string, args: string[], env: Record<string, string>): Promise<ProgramRun> {
  const before = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const [status] = (await once(child, 'close')) as [number | null];
  return {
    status: status ?? 1,
    output: stripVTControlCharacters(output),
    seconds: (performance.now() - before) / 1_000,
  };
}
