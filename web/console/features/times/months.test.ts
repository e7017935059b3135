import { expect, test } from 'vitest';
import { shiftMonth, weekdayOf, weeksOf } from './months.ts';

test('the month after December is January of the next year, and the one before January December', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01');
  expect(shiftMonth('2027-01', -1)).toBe('2026-12');
  expect(shiftMonth('2026-06', 8)).toBe('2027-02');
});

test('a month is drawn in weeks from Monday, with gaps at both ends', () => {
  expect([weekdayOf('2026-11-01'), weekdayOf('2026-11-02')]).toEqual([7, 1]);
  const days = Array.from({ length: 30 }, (_, index) => ({ day: `2026-11-${String(index + 1).padStart(2, '0')}` }));
  const weeks = weeksOf(days);
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(weeks[0]?.map((one) => one?.day)).toEqual([...Array(6).fill(undefined), '2026-11-01']);
  expect(weeks[5]?.filter(Boolean)).toEqual([{ day: '2026-11-30' }]);
  expect(weeksOf([])).toEqual([]);
});
