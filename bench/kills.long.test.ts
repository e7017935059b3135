import { expect, test } from 'vitest';
import { percentile } from './figure.ts';
import { killAndCompare } from './kills.ts';

test('R1, R2: 100 kills of the server and 100 of its database lose nothing and leave nothing half', async () => {
  const { confirmed, lost, halves, database, healthy } = await killAndCompare(100);
  expect({ lost, halves }).toEqual({ lost: [], halves: [] });
  expect(confirmed).toBeGreaterThan(2_000);
  expect(percentile(database, 0.99)).toBeLessThan(5_000);
  expect(percentile(healthy, 0.99)).toBeLessThan(10_000);
});
