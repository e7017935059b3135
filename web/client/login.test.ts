import { expect, test } from 'vitest';
import { digitsMissing } from './login.ts';

test.each([
  ['1380013', 4],
  ['13800138000', 0],
  ['138 0013 8000', 0],
  ['138001380001', -1],
  ['chen.xiulan', 0],
  ['12345', 0],
])('%s lacks %i digits', (login, missing) => {
  expect(digitsMissing(login)).toBe(missing);
});
