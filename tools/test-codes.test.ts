import { expect, it } from 'vitest';
import { codeAt } from './test-codes.ts';

// RFC 6238, appendix B, the last six of the eight digits printed there; the key is 12345678901234567890.
it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i s the code is %s', (seconds, code) => {
  expect(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(seconds * 1000))).toBe(code);
});
