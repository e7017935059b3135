import { expect, test } from 'vitest';
import { isForGood, maskAddress, nextTry } from './rules.ts';

const now = new Date('2026-11-21T08:00:00Z');

test('an address shows its first letter and where it is kept', () => {
  expect(maskAddress('chen.guihua@example.cn')).toBe('c***@example.cn');
});

test('pauses grow, and after six tries again there is none', () => {
  expect(nextTry(now, 1)?.toISOString()).toBe('2026-11-21T08:01:00.000Z');
  expect(nextTry(now, 3)?.toISOString()).toBe('2026-11-21T08:15:00.000Z');
  expect(nextTry(now, 6)?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  expect(nextTry(now, 7)).toBeUndefined();
});

test.each([
  [{ responseCode: 550 }, true],
  [{ responseCode: 451 }, false],
  [{ code: 'ECONNREFUSED' }, false],
])('%o is for good: %s', (error, forGood) => {
  expect(isForGood(error)).toBe(forGood);
});
