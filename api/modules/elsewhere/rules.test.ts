import { describe, expect, it } from 'vitest';
import { checkTitle, lookedBy } from './rules.ts';

describe('a check', () => {
  it('should be looked at within seven days, and is near when four fifths of them are gone', () => {
    const { dueAt, nearAt } = lookedBy(new Date('2026-11-01T00:00:00Z'));
    expect([dueAt.toISOString(), nearAt.toISOString()]).toEqual([
      '2026-11-08T00:00:00.000Z',
      '2026-11-06T14:24:00.000Z',
    ]);
  });

  it('says what it came out of, in no more than sixty characters', () => {
    expect(checkTitle('楼道灯不亮')).toBe('举一反三：楼道灯不亮');
    expect([...checkTitle('𠮷'.repeat(80))]).toHaveLength(60);
  });
});
