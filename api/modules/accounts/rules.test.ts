import { describe, expect, it } from 'vitest';
import { looksLikePhone, needsSecondStep, nextStep, passwordFault, tooManyTries } from './rules.ts';

describe('a new password', () => {
  it.each([
    ['Sh0rt-1', 'accounts.password_short'],
    ['onlyletters', 'accounts.password_plain'],
    ['12345678', 'accounts.password_plain'],
    ['letters2026', 'accounts.password_plain'],
    ['chen-Gui-2026', 'accounts.password_holds_login'],
    ['Ab-13800000001', 'accounts.password_holds_login'],
    ['Admin@123', 'accounts.password_known'],
    ['Woaini@1314', 'accounts.password_known'],
    ['aaaaaaaaaaaaaaaa', 'accounts.password_plain'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, ['chen', '13800000001'])).toBe(fault);
  });

  it.each(['tongxin-2026', 'Tong2026xin', '春眠不觉晓处处闻啼鸟夜来风雨声', 'correct horse battery'])(
    '%s will do',
    (password) => {
      expect(passwordFault(password, ['chen'])).toBeUndefined();
    },
  );

  it('is not compared with a login of a letter or two, which any word holds', () => {
    expect(passwordFault('tongxin-2026', ['to'])).toBeUndefined();
  });
});

describe('the next step of a session', () => {
  const plain = { required: false, hasTotp: false, hasPasskey: false, passed: false, temporaryPassword: false };
  it.each([
    [{}, undefined],
    [{ required: true }, 'second_step_setup'],
    [{ required: true, passed: true }, undefined],
    [{ hasTotp: true }, 'second_step'],
    [{ hasTotp: true, passed: true }, undefined],
    [{ hasPasskey: true }, undefined],
    [{ required: true, hasPasskey: true }, 'second_step'],
    [{ temporaryPassword: true }, 'password_change'],
    [{ temporaryPassword: true, required: true }, 'password_change'],
    [{ temporaryPassword: true, hasTotp: true }, 'second_step'],
    [{ temporaryPassword: true, hasTotp: true, passed: true }, 'password_change'],
  ])('%o: %s', (state, expected) => {
    expect(nextStep({ ...plain, ...state })).toBe(expected);
  });

  it('is demanded of street officers and administrators, whatever else they are', () => {
    expect(needsSecondStep(['resident', 'grid_worker', 'handler', 'community_staff'])).toBe(false);
    expect(needsSecondStep(['resident', 'street_officer'])).toBe(true);
    expect(needsSecondStep(['administrator'])).toBe(true);
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
