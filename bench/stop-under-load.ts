import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { Server } from './server.ts';

export interface StopReport {
  answered: number;
  /** Requests that were sent and not answered with what was asked for. */
  failed: string[];
  exitCode: number;
  /** Milliseconds from SIGTERM to the end of the process. */
  took: number;
}

const rate = 50;

/** Sends SIGTERM while 50 requests a second come in over kept-alive connections, until nobody listens any more (BARS R6). */
export async function stopUnderLoad(server: Server, path: string, token: string): Promise<StopReport> {
  const idle: Connection[] = [];
  const failed: string[] = [];
  let answered = 0;
  let gone = false;

  async function ask(): Promise<void> {
    let connection = idle.pop();
    if (!connection) {
      // A refused connection carries no request: whoever balances load goes to the next server.
      connection = await Connection.open(server.port).catch(() => undefined);
      if (!connection) {
        gone = true;
        return;
      }
    }
    try {
      const { status, last } = await connection.get(path, token);
      if (status === 200) answered++;
      else failed.push(String(status));
      if (last) connection.close();
      else idle.push(connection);
    } catch (error) {
      failed.push(String(error));
    }
  }

  const asked: Promise<void>[] = [];
  const load = (async () => {
    while (!gone) {
      asked.push(ask());
      await sleep(1_000 / rate);
    }
    await Promise.all(asked);
  })();
  await sleep(1_500);
  const before = performance.now();
  const exitCode = await server.stop();
  const took = performance.now() - before;
  gone = true;
  await load;
  for (const connection of idle) connection.close();
  return { answered, failed, exitCode, took };
}
