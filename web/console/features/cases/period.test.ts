import { expect, test } from 'vitest';
import { periodOf, readFigure, readOverview } from './period.ts';

test('a usual period ends on the day it is in Shanghai and counts that day', () => {
  const lateEvening = new Date('2026-11-21T17:30:00Z');
  expect(periodOf('days7', lateEvening)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(periodOf('year', lateEvening)).toEqual({ from: '2026-01-01', to: '2026-11-22' });
});

test('an address keeps days that are days and drops the rest', () => {
  expect(readFigure({ from: '2026-11-01', to: 'tomorrow', category: 'c', colour: 'red' })).toEqual({
    from: '2026-11-01',
    category: 'c',
  });
});

test('an address keeps a step that is one', () => {
  expect(readOverview({ step: 'week' })).toEqual({ step: 'week' });
  expect(readOverview({ step: 'fortnight', from: '2026-11-01' })).toEqual({ from: '2026-11-01' });
});
