import { describe, expect, it } from 'vitest';
import { likeness, mayUndoMerger } from './rules.ts';

const far = { readable: true, shared: 0, sameCategory: false, sameBuilding: false, near: false };

describe('likeness', () => {
  it('says nothing of the words of a case that is not public, whatever they are', () => {
    const hidden = { ...far, readable: false, sameBuilding: true };
    expect(likeness({ ...hidden, shared: 0 }, 6)).toBe(0);
    expect(likeness({ ...hidden, shared: 6 }, 6)).toBe(0);
    const same = { ...hidden, sameCategory: true };
    expect(likeness({ ...same, shared: 6 }, 6)).toBe(likeness({ ...same, shared: 0 }, 6));
    expect(likeness(same, 6)).toBeGreaterThan(0);
  });

  it('does not offer what shares neither words nor category', () => {
    expect(likeness({ ...far, sameBuilding: true }, 8)).toBe(0);
    expect(likeness({ ...far, shared: 1 }, 8)).toBe(0);
    expect(likeness({ ...far, readable: false, sameCategory: true }, 8)).toBe(0);
  });

  it('puts the same building before the same grid, and many shared words before few', () => {
    const alike = { ...far, shared: 4, sameCategory: true };
    expect(likeness({ ...alike, sameBuilding: true }, 8)).toBeGreaterThan(likeness({ ...alike, near: true }, 8));
    expect(likeness({ ...alike, near: true }, 8)).toBeGreaterThan(likeness(alike, 8));
    expect(likeness({ ...alike, shared: 6 }, 8)).toBeGreaterThan(likeness(alike, 8));
  });
});

describe('a merger', () => {
  it('can be taken back for 24 hours and not a moment longer', () => {
    const at = '2026-11-21T08:00:00Z';
    expect(mayUndoMerger(at, new Date('2026-11-22T08:00:00Z'))).toBe(true);
    expect(mayUndoMerger(at, new Date('2026-11-22T08:00:00.001Z'))).toBe(false);
  });
});
