import { expect, test } from 'vitest';
import { climbUnderKills } from './watch-deadlines.ts';

const each = (step: string, times: number) => ({ step, marks: times, facts: times, events: times });

test('1,000 cases reach near, overdue and each of three rungs once, with the worker killed 20 times', {
  timeout: 900_000,
}, async () => {
  const climbed = await climbUnderKills(1_000, 20);
  expect(climbed).toMatchObject([each('near', 1_000), each('overdue', 1_000), each('rung', 3_000)]);
  expect(climbed.every(({ cases }) => cases === 1_000)).toBe(true);
});
