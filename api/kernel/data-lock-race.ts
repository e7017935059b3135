import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Race {
  /** Process id of the one that got the folder. */
  winner: number;
  refusals: { ownerPid: number; withinTwoSeconds: boolean }[];
}

const contender = `
import { lockDataFolder, DataFolderInUse } from ${JSON.stringify(path.resolve(import.meta.dirname, 'data-lock.ts'))};
process.stdin.once('data', async (folder) => {
  const before = performance.now();
  try {
    await lockDataFolder(String(folder).trim());
    console.log(JSON.stringify({ won: process.pid }));
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    console.log(JSON.stringify({ ownerPid: error.ownerPid, withinTwoSeconds: performance.now() - before < 2000 }));
  }
});
console.log('ready');
`;

/** Lets processes ask for a data folder at the same moment; the winner is then killed with SIGKILL, its lock left behind. */
export async function raceForLock(folder: string, count: number): Promise<Race> {
  const contenders = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', contender], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  try {
    for (const { lines } of contenders) await lines.next();
    for (const { child } of contenders) child.stdin.write(`${folder}\n`);
    const answers: { won?: number; ownerPid?: number; withinTwoSeconds?: boolean }[] = [];
    for (const { lines } of contenders) answers.push(JSON.parse((await lines.next()).value ?? '{}'));
    const winners = answers.flatMap(({ won }) => (won === undefined ? [] : [won]));
    if (winners.length !== 1 || winners[0] === undefined) throw new Error(`${winners.length} processes got the folder`);
    const refusals = answers.flatMap(({ ownerPid, withinTwoSeconds }) =>
      ownerPid === undefined || withinTwoSeconds === undefined ? [] : [{ ownerPid, withinTwoSeconds }],
    );
    return { winner: winners[0], refusals };
  } finally {
    await Promise.all(contenders.map(({ child }) => end(child)));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
