import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { createSma } from './sma.ts';

describe('createSma', () => {
  it('is the mean of the last n values, from value n on', () => {
    const kernel = createSma(3);
    expect([1, 2, 6, 4, 11].map((value) => kernel.next(value))).toEqual([Number.NaN, Number.NaN, 3, 4, 7]);
    expect(kernel.ready).toBe(true);
  });

  it('does not drift over a hundred thousand values, whatever has passed through the window', () => {
    const rng = createRng(7);
    const period = 30;
    // Integers below 2^53 in all sums: the plain sum over the window is exact, so any error is the kernel's own.
    const values = Array.from({ length: 100_000 }, (_, i) => (i % 5000 === 0 ? 2 ** 40 : rng.index(1000)));
    const kernel = createSma(period);
    let worst = 0;
    values.forEach((value, i) => {
      const got = kernel.next(value);
      if (i + 1 < period) return;
      const exact = values.slice(i + 1 - period, i + 1).reduce((sum, x) => sum + x, 0) / period;
      worst = Math.max(worst, Math.abs(got - exact));
    });
    expect(worst, 'a running sum would keep what the large values rounded away').toBe(0);
  });

  it('folds columns of any length from any state exactly as it takes values one by one', () => {
    const rng = createRng(8);
    const values = Float64Array.from({ length: 500 }, () => 100 + rng.normal());
    for (const period of [1, 2, 7, 20]) {
      const single = createSma(period);
      const one = values.map((value) => single.next(value));
      const chunked = createSma(period);
      const many = new Float64Array(values.length);
      for (let from = 0; from < values.length; ) {
        const to = Math.min(values.length, from + rng.index(30));
        chunked.fold(values.subarray(from, to), many.subarray(from, to));
        from = to;
      }
      expect(many).toEqual(one);
    }
  });

  it.each([0, -1, 2.5, Number.NaN, 5001])('refuses a period of %s', (period) => {
    expect(() => createSma(period)).toThrow(expect.objectContaining({ code: 'indicators.bad-param' }));
  });

  it('refuses a snapshot of another period', () => {
    expect(() => createSma(3).restore(createSma(4).snapshot())).toThrow(
      expect.objectContaining({ code: 'indicators.bad-snapshot' }),
    );
  });
});
