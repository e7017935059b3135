import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { accountToken, readAccountToken } from './account-token.ts';

const ids = { tenantId: '019a0000-0000-7000-8000-000000000001', accountId: '019a0000-0000-7000-8000-0000000000ff' };

test('a token names its account, and nobody makes one up', () => {
  const key = randomBytes(32);
  const token = accountToken(key, ids);
  expect(readAccountToken(key, token)).toEqual(ids);
  expect(readAccountToken(randomBytes(32), token)).toBeUndefined();
  expect(readAccountToken(key, `B${token.slice(1)}`)).toBeUndefined();
  expect(readAccountToken(key, token.slice(1))).toBeUndefined();
});
