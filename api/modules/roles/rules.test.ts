import { expect, it } from 'vitest';
import { passwordFault } from '../accounts/rules.ts';
import { isReversed, oneTimePassword } from './rules.ts';

it('makes a one-time password that would be accepted as a new one, and another every time', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  const made = Array.from({ length: 200 }, () => oneTimePassword(random));
  for (const password of made) expect(password).toMatch(/^([a-z]{3}[2-9]-){3}[a-z]{3}[2-9]$/);
  expect(made.map((password) => passwordFault(password, ['chen']))).toEqual(made.map(() => undefined));
  expect(new Set(made).size).toBe(200);
});

it('tells a period that ends before it begins', () => {
  expect(isReversed('2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z')).toBe(true);
  expect(isReversed('2026-11-21T00:00:00Z', '2026-11-22T00:00:00+08:00')).toBe(false);
  expect(isReversed(new Date(), undefined)).toBe(false);
});
