import { expect, it } from 'vitest';
import { looksLikeCode, plainRecoveryCode, recoveryCode } from './rules.ts';

it('tells a code of the app from a recovery code', () => {
  expect(looksLikeCode('287082')).toBe(true);
  expect(looksLikeCode('287 082')).toBe(true);
  expect(looksLikeCode('28708')).toBe(false);
  expect(looksLikeCode('7k2mq-x9d4t')).toBe(false);
});

it('writes a recovery code so that it can be copied by hand, and reads it however it was copied', () => {
  const code = recoveryCode(Uint8Array.from([0, 31, 32, 255, 7, 8, 9, 10, 11, 12]));
  expect(code).toBe('0z0z7-89abc');
  expect(plainRecoveryCode(' OZ0Z7 89ABC ')).toBe(plainRecoveryCode(code));
  expect(plainRecoveryCode('il0z7-89abc')).toBe('110z789abc');
});
