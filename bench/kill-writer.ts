import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { People } from './street.ts';
import { requestBody } from './write.ts';

/** People who raise cases and accept them without end, and send again, with the same key, what was not answered. */
export interface Writer {
  /** Ids of cases whose raising the server has confirmed, and of those whose acceptance it has. */
  readonly raised: string[];
  readonly accepted: string[];
  /** Resolves with the next confirmed write. */
  next(): Promise<void>;
  stop(): Promise<void>;
}

const writers = 4;

/** @param portNow where the server listens at the moment */
export function startWriter({ residents, staff }: People, portNow: () => number): Writer {
  const raised: string[] = [];
  const accepted: string[] = [];
  let heard = Promise.withResolvers<void>();
  let stopped = false;

  async function write(writer: number): Promise<void> {
    let connection: Connection | undefined;
    async function until(path: string, token: string, body: object): Promise<Buffer | undefined> {
      const key = randomUUID();
      while (!stopped) {
        try {
          connection ??= await Connection.open(portNow());
          const answer = await connection.post(path, token, body, key);
          if (answer.status === 201) {
            heard.resolve();
            heard = Promise.withResolvers();
            return answer.body;
          }
          // 409: the first sending of this key is still at work.
          if (answer.status < 500 && answer.status !== 409)
            throw new TypeError(`refused: ${answer.status} ${answer.body}`);
        } catch (error) {
          if (error instanceof TypeError) throw error;
          connection?.close();
          connection = undefined;
        }
        await sleep(20);
      }
      return undefined;
    }
    const resident = residents[writer * 8]!;
    const desk = staff[writer * 3]!;
    for (let number = 0; !stopped; number++) {
      const answer = await until('/api/v1/cases', resident.token, requestBody(number, resident.place));
      if (!answer) break;
      const { id } = JSON.parse(answer.toString()) as { id: string };
      raised.push(id);
      if (await until(`/api/v1/cases/${id}/acceptance`, desk.token, {})) accepted.push(id);
    }
    connection?.close();
  }

  const work = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  work.catch(() => undefined);
  return {
    raised,
    accepted,
    next: () => Promise.race([heard.promise, work.then(() => undefined)]),
    async stop() {
      stopped = true;
      await work;
    },
  };
}
