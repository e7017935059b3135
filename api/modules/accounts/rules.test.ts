import { describe, expect, it } from 'vitest';
import { isWeakPassword, looksLikePhone, tooManyTries } from './rules.ts';

describe('passwords', () => {
  it.each([
    ['short1', 'chen', true],
    ['onlyletters', 'chen', true],
    ['12345678', 'chen', true],
    ['chen-2026', 'chen', true],
    ['tongxin-2026', 'chen', false],
  ])('%s for %s is weak: %s', (password, login, weak) => {
    expect(isWeakPassword(password, login)).toBe(weak);
  });
});

describe('throttling', () => {
  it('stops the eleventh try', () => {
    expect(tooManyTries(9)).toBe(false);
    expect(tooManyTries(10)).toBe(true);
  });
});

describe('login', () => {
  it('takes a mobile number for a phone', () => {
    expect(looksLikePhone('13800138000')).toBe(true);
    expect(looksLikePhone('23800138000')).toBe(false);
    expect(looksLikePhone('chen.guihua')).toBe(false);
  });
});
