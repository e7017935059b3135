import { expect, test } from 'vitest';
import { climbUnderKills } from './watch-deadlines.ts';

const each = (step: string, times: number) => ({ step, marks: times, facts: times, events: times });

test('100 cases reach near, overdue and each of three rungs once, with the worker killed 3 times', {
  timeout: 120_000,
}, async () => {
  const climbed = await climbUnderKills(100, 3);
  expect(climbed).toMatchObject([each('near', 100), each('overdue', 100), each('rung', 300)]);
  expect(climbed.every(({ cases }) => cases === 100)).toBe(true);
});
