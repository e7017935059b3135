import { describe, expect, it } from 'vitest';
import { confirmationMetrics, isAnsweredInTime, keepsDeadline, mayReopenStill } from './rules.ts';

const now = new Date('2026-11-21T08:00:00Z');

describe('hours', () => {
  it('counts an answer within the hours of the class', () => {
    expect(isAnsweredInTime('2026-11-21T05:30:00Z', now, 2)).toBe(false);
    expect(isAnsweredInTime('2026-11-21T05:30:00Z', now, 24)).toBe(true);
  });

  it('keeps the time that is left when a case is given on, and no time that is over', () => {
    expect(keepsDeadline(null, '2026-11-22T08:00:00Z', now)).toBe(false);
    expect(keepsDeadline('2026-11-20T08:00:00Z', '2026-11-21T08:00:01Z', now)).toBe(true);
    expect(keepsDeadline('2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', now)).toBe(false);
    expect(keepsDeadline('2026-11-20T08:00:00Z', null, now)).toBe(false);
  });

  it('lets a closed case be reopened for 72 hours', () => {
    expect(mayReopenStill('2026-11-18T08:00:01Z', now, 72)).toBe(true);
    expect(mayReopenStill('2026-11-18T07:59:59Z', now, 72)).toBe(false);
  });
});

describe('figures of a confirmation', () => {
  it('counts a call-back even when nothing was solved', () => {
    expect(confirmationMetrics(false, undefined, 'grid')).toEqual(['case_confirmed']);
    expect(confirmationMetrics(true, 5, 'street')).toEqual([
      'case_confirmed',
      'case_solved',
      'case_closed',
      'case_closed_street',
      'case_rated',
      'case_satisfied',
    ]);
    expect(confirmationMetrics(false, 1, 'grid')).toEqual(['case_confirmed', 'case_rated']);
  });
});
