import { expect, test } from 'vitest';
import { percentile } from './figure.ts';
import { killAndCompare } from './kills.ts';

test('R1, R2: 100 kills of the server and 100 of its database lose nothing and leave nothing half', async () => {
  const { confirmed, lost, halves, kills } = await killAndCompare(100);
  const ready = percentile(
    kills.flatMap((kill) => kill.ready ?? []),
    0.99,
  );
  const healthy = percentile(
    kills.map((kill) => kill.healthy),
    0.99,
  );
  process.stdout.write(
    `p99 after a kill: database ready in ${ready.toFixed(0)} ms, write confirmed in ${healthy.toFixed(0)} ms\n`,
  );
  expect({ lost, halves }).toEqual({ lost: [], halves: [] });
  expect(confirmed).toBeGreaterThan(2_000);
  expect(ready).toBeLessThan(5_000);
  expect(healthy).toBeLessThan(10_000);
});
