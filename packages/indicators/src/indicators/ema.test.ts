import { describe, expect, it } from 'vitest';
import { createEma } from './ema.ts';

describe('createEma', () => {
  it('starts from the mean of the first n values by default', () => {
    const kernel = createEma(3);
    expect([1, 2, 6, 5, 4].map((value) => kernel.next(value))).toEqual([Number.NaN, Number.NaN, 3, 4, 4]);
  });

  it('starts from the first value under the convention "first"', () => {
    const kernel = createEma(3, 'first');
    expect([1, 2, 6].map((value) => kernel.next(value))).toEqual([1, 1.5, 3.75]);
  });

  it('forgets its seed at the rate of its weight', () => {
    const low = createEma(9, 'first');
    const high = createEma(9, 'first');
    let gap = high.next(1) - low.next(0);
    for (let i = 0; i < 30; i++) gap = high.next(5) - low.next(5);
    expect(gap).toBeCloseTo(0.8 ** 30, 12);
  });
});
