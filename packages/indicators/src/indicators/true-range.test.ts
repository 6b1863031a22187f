import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTrueRange, trueRangeOf } from './true-range.ts';

it('is the largest of the three distances', () => {
  const price = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(price, price, price, (a, b, before) => {
      const high = Math.max(a, b);
      const low = Math.min(a, b);
      const largest = Math.max(high - low, Math.abs(high - before), Math.abs(low - before));
      expect(Math.abs(trueRangeOf(high, low, before) - largest)).toBeLessThanOrEqual(
        1e-15 * Math.max(high, before) * 4,
      );
    }),
  );
});

it('has no value before there is a close to compare with', () => {
  const kernel = createTrueRange();
  expect(kernel.next(11, 9, 10)).toBeNaN();
  expect(kernel.ready).toBe(false);
  expect(kernel.next(14, 12, 13), 'the gap from 10 counts').toBe(4);
  expect(kernel.ready).toBe(true);
});
