import { expect, test } from 'vitest';
import { dueAhead, fromWallClock, toWallClock } from './due.ts';

test('a deadline means the hour in Shanghai wherever the browser stands', () => {
  expect(toWallClock(new Date('2026-11-21T06:30:00Z'))).toBe('2026-11-21T14:30');
  expect(fromWallClock('2026-11-21T14:30')).toBe('2026-11-21T06:30:00.000Z');
  expect(fromWallClock('2026-01-01T00:10')).toBe('2025-12-31T16:10:00.000Z');
});

test('a deadline still ahead stands, one that is past does not', () => {
  const now = new Date('2026-11-21T06:30:00Z');
  expect(dueAhead('2026-11-21T08:00:00Z', now)).toBe('2026-11-21T16:00');
  expect(dueAhead('2026-11-21T06:00:00Z', now)).toBeUndefined();
  expect(dueAhead(null, now)).toBeUndefined();
});
