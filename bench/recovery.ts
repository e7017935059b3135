import { atMost, type Figure, percentile } from './figure.ts';
import { type Kill, killAndCompare } from './kills.ts';

const rounds = 10;

/** R1 and R2 in short: kills of the server and as many of its database under writing, each told with its time. */
export async function benchRecovery(): Promise<Figure[]> {
  const { lost, halves, kills } = await killAndCompare(rounds);
  for (const kill of kills) process.stderr.write(`${told(kill)}\n`);
  const reference = `kill -9 of the server ${rounds} times and of its database ${rounds} times, under four writers`;
  const ready = kills.flatMap((kill) => kill.ready ?? []);
  const healthy = kills.map((kill) => kill.healthy);
  return [
    atMost('R1', 'confirmed writes lost, or left half', lost.length + halves.length, 0, 'rows', reference),
    atMost(
      'R2',
      `database takes connections, p99 of ${ready.length}`,
      percentile(ready, 0.99) / 1_000,
      5,
      's',
      reference,
    ),
    atMost(
      'R2',
      `a write is confirmed, p99 of ${healthy.length}`,
      percentile(healthy, 0.99) / 1_000,
      10,
      's',
      reference,
    ),
  ];
}

/** When what was killed, and how soon it was back. */
function told({ at, what, ready, healthy }: Kill): string {
  const back = ready === undefined ? '' : `, database back after ${(ready / 1_000).toFixed(2)} s`;
  return `${at.toISOString()} ${what} killed${back}, write confirmed after ${(healthy / 1_000).toFixed(2)} s`;
}
