import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather, niceTop } from './trend-geometry.ts';

test('joining days loses nothing and keeps within the number of bars', () => {
  const days = fc.array(fc.record({ raised: fc.nat(50), closed: fc.nat(50) }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (counts, most) => {
      const bars = gather(
        counts.map((count, i) => ({ day: `d${i}`, ...count })),
        most,
      );
      expect(bars.length).toBeLessThanOrEqual(most);
      expect(bars.reduce((sum, bar) => sum + bar.raised, 0)).toBe(counts.reduce((sum, one) => sum + one.raised, 0));
      expect(bars.at(0)!.from).toBe('d0');
      expect(bars.at(-1)!.to).toBe(`d${counts.length - 1}`);
    }),
  );
});

test('the top of the scale is never below the highest bar', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (value) => {
      expect(niceTop(value)).toBeGreaterThanOrEqual(value);
    }),
  );
});
