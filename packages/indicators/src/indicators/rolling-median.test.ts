import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRollingMedian } from './rolling-median.ts';

describe('createRollingMedian', () => {
  it('is the middle of every window once sorted, ties and negative values included', () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e9, min: -1e9 }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(value, { maxLength: 60 }), (period, values) => {
        const kernel = createRollingMedian(period);
        values.forEach((each, i) => {
          const got = kernel.next(each);
          if (i < period - 1) {
            expect(got).toBeNaN();
            return;
          }
          const sorted = values.slice(i - period + 1, i + 1).toSorted((a, b) => a - b);
          const upper = period >> 1;
          const want = period % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2;
          expect(got === want).toBe(true);
        });
      }),
    );
  });
});
