import { Connection } from './connection.ts';
import { percentile } from './figure.ts';

export interface LoadResult {
  /** Steps a second. */
  rate: number;
  /** Milliseconds a step, 50th and 99th percentile. */
  p50: number;
  p99: number;
}

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** What one connection does again and again; `number` is different in every call. */
  step(connection: Connection, number: number): Promise<void>;
}

const warmUp = 3_000;

/** Runs steps on all connections at once for so long, after three seconds in which the compiler settles. */
export async function runLoad({ port, connections, seconds, step }: Load): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const from = performance.now() + warmUp;
  const until = from + seconds * 1_000;
  const times: number[] = [];
  let next = Math.floor(Math.random() * 1e6);
  try {
    await Promise.all(
      open.map(async (connection) => {
        for (let before = performance.now(); before < until; ) {
          await step(connection, next++);
          const after = performance.now();
          if (before >= from && after <= until) times.push(after - before);
          before = after;
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  return { rate: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Reads an answer that must have this status. */
export function expectStatus(answer: { status: number; body: Buffer }, status: number): Buffer {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.body}`);
  return answer.body;
}
