import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceTop } from './trend-geometry.ts';

test('the top of the scale is never below the highest bar', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (value) => {
      expect(niceTop(value)).toBeGreaterThanOrEqual(value);
    }),
  );
});
