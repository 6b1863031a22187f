import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileSorted } from './quantile.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('quantile', () => {
  it('is numpy’s default: quantile([1,2,3,4], [.25,.5,.9]) = [1.75, 2.5, 3.7]', () => {
    expect([0.25, 0.5, 0.9].map((p) => quantile([4, 1, 3, 2], p))).toEqual([1.75, 2.5, 3.7]);
  });

  it('begins at the smallest, ends at the largest, never falls in between and leaves its argument alone', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, p, q) => {
          const before = [...list];
          expect(quantile(list, 0) === Math.min(...list)).toBe(true);
          expect(quantile(list, 1) === Math.max(...list)).toBe(true);
          expect(quantile(list, Math.min(p, q))).toBeLessThanOrEqual(quantile(list, Math.max(p, q)) + 1e-9);
          expect(list).toEqual(before);
        },
      ),
    );
  });

  it('refuses no values, values that are none, and p outside [0,1]', () => {
    expect(() => quantile([], 0.5)).toThrow(expect.objectContaining({ code: 'strategies.insufficient-data' }));
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(expect.objectContaining({ code: 'strategies.bad-input' }));
    expect(() => quantileSorted([1], 1.5)).toThrow(expect.objectContaining({ code: 'strategies.bad-param' }));
  });
});
