import { expect, it } from 'vitest';
import { longestPauseDays, whatIsWrong } from './rules.ts';

const now = new Date('2026-11-21T10:00:00Z');
const days = (amount: number) => new Date(now.getTime() + amount * 86_400_000);

it.each([
  ['suspension', days(-1), null, 'until_in_past'],
  ['suspension', now, null, 'until_in_past'],
  ['suspension', days(5), days(7), undefined],
  ['suspension', days(longestPauseDays + 1), null, 'until_too_far'],
  ['extension', days(5), days(7), 'not_later'],
  ['extension', days(7), days(7), 'not_later'],
  ['extension', days(8), days(7), undefined],
  ['extension', days(8), null, undefined],
] as const)('%s until %s with a deadline of %s: %s', (kind, until, dueAt, wrong) => {
  expect(whatIsWrong(kind, until, dueAt, now)).toBe(wrong);
});
