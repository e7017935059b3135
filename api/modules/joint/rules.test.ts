import { describe, expect, it } from 'vitest';
import { isAfterWhole, isPartLegal, partDue, partStateOf } from './rules.ts';

const asked = { signedAt: null, finishedAt: null, declinedAt: null, withdrawnAt: null };
const at = '2026-11-21T02:00:00Z';
const now = new Date('2026-11-21T03:00:00Z');

describe('a part', () => {
  it('is refused every verb once it ended, and while nobody works on the case', () => {
    for (const ended of [{ finishedAt: at }, { declinedAt: at }, { withdrawnAt: at }]) {
      for (const verb of ['sign', 'finish', 'decline', 'withdraw'] as const)
        expect(isPartLegal(verb, { ...asked, ...ended }, 'in_progress')).toBe(false);
    }
    for (const state of ['submitted', 'resolved', 'closed', 'refused', 'merged', 'archived'] as const)
      expect(isPartLegal('finish', asked, state)).toBe(false);
  });

  it('is signed for once, and finished with or without', () => {
    expect(isPartLegal('sign', asked, 'assigned')).toBe(true);
    expect(isPartLegal('sign', { ...asked, signedAt: at }, 'assigned')).toBe(false);
    expect(isPartLegal('finish', asked, 'suspended')).toBe(true);
    expect(isPartLegal('finish', { ...asked, signedAt: at }, 'in_progress')).toBe(true);
  });

  it('stands where its times say', () => {
    expect(partStateOf(asked)).toBe('asked');
    expect(partStateOf({ ...asked, signedAt: at })).toBe('signed');
    expect(partStateOf({ ...asked, signedAt: at, finishedAt: at })).toBe('finished');
    expect(partStateOf({ ...asked, signedAt: at, declinedAt: at })).toBe('declined');
    expect(partStateOf({ ...asked, withdrawnAt: at })).toBe('withdrawn');
  });
});

describe('the time of a part', () => {
  it('is never later than the whole, unless the whole is late already', () => {
    expect(isAfterWhole('2026-11-23T00:00:00Z', '2026-11-22T00:00:00Z', now)).toBe(true);
    expect(isAfterWhole('2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z', now)).toBe(false);
    expect(isAfterWhole('2026-11-23T00:00:00Z', '2026-11-20T00:00:00Z', now)).toBe(false);
    expect(isAfterWhole('2026-11-23T00:00:00Z', null, now)).toBe(false);
  });

  it('is that of the whole when none is named, else a day from now', () => {
    expect(partDue('2026-11-21T09:00:00Z', '2026-11-22T00:00:00Z', now)).toBe('2026-11-21T09:00:00Z');
    expect(partDue(undefined, '2026-11-22T00:00:00Z', now)).toBe('2026-11-22T00:00:00Z');
    expect(partDue(undefined, '2026-11-20T00:00:00Z', now)).toBe('2026-11-22T03:00:00.000Z');
    expect(partDue(undefined, null, now)).toBe('2026-11-22T03:00:00.000Z');
  });
});
