import { expect, test } from 'vitest';
import { fromWallClock, toWallClock } from './due.ts';

test('a deadline means the hour in Shanghai wherever the browser stands', () => {
  expect(toWallClock(new Date('2026-11-21T06:30:00Z'))).toBe('2026-11-21T14:30');
  expect(fromWallClock('2026-11-21T14:30')).toBe('2026-11-21T06:30:00.000Z');
  expect(fromWallClock('2026-01-01T00:10')).toBe('2025-12-31T16:10:00.000Z');
});
