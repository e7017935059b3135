import { describe, expect, it } from 'vitest';
import { caseMetrics } from '../../../contract/cases.ts';
import { courseOf, levelsOf, medianOf, periodBefore, stepFor, topCategories } from './rules.ts';

it('takes as median the shortest time that half of the cases did not exceed', () => {
  expect(medianOf([])).toEqual({ minutes: null, cases: 0 });
  expect(medianOf([{ counts: [1, 0, 1] }])).toEqual({ minutes: 5, cases: 2 });
  expect(medianOf([{ counts: [1] }, { counts: [0, 0, 2] }])).toEqual({ minutes: 15, cases: 3 });
});

describe('a course', () => {
  it('takes the finest step that gives few enough parts, and the one asked for unless it gives too many', () => {
    expect(stepFor('2026-11-01', '2026-11-30', undefined)).toBe('day');
    expect(stepFor('2026-01-01', '2026-11-30', undefined)).toBe('week');
    expect(stepFor('2020-01-01', '2026-11-30', undefined)).toBe('month');
    expect(stepFor('2026-11-01', '2026-11-30', 'month')).toBe('month');
    expect(stepFor('2020-01-01', '2026-11-30', 'day')).toBe('week');
  });

  it('cuts weeks from Monday and months by the calendar, the ends by the period', () => {
    expect(courseOf([], '2026-11-18', '2026-11-30', 'week').map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-18', '2026-11-22'],
      ['2026-11-23', '2026-11-29'],
      ['2026-11-30', '2026-11-30'],
    ]);
    expect(courseOf([], '2024-02-10', '2024-03-31', 'month').map(({ from, to }) => [from, to])).toEqual([
      ['2024-02-10', '2024-02-29'],
      ['2024-03-01', '2024-03-31'],
    ]);
  });

  it('counts each day in its part, whatever order the days come in', () => {
    const days = ['2026-11-30', '2026-11-18', '2026-11-23'].map((day) => ({ metric: 'case_raised', day, amount: 2 }));
    const course = courseOf(
      [...days, { metric: 'case_closed', day: '2026-11-29', amount: 1 }],
      '2026-11-18',
      '2026-11-30',
      'week',
    );
    expect(course.map(({ raised, closed }) => [raised, closed])).toEqual([
      [2, 0],
      [2, 1],
      [2, 0],
    ]);
  });
});

it('compares with as many days before', () => {
  expect(periodBefore('2026-11-01', '2026-11-30')).toEqual({ from: '2026-10-02', to: '2026-10-31' });
  expect(periodBefore('2026-03-01', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
});

it('has a metric for each level', () => {
  for (const { metric } of levelsOf({})) expect(caseMetrics).toContain(metric);
});

it('finds the topmost category from any depth', () => {
  const rows = [
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'b' },
  ];
  expect([...topCategories(rows).values()]).toEqual(['a', 'a', 'a']);
});
