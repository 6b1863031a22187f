import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { WindowSlope } from './window-slope.ts';
import { WindowWeighted } from './window-weighted.ts';

describe('WindowWeighted', () => {
  it('weighs the values of the window from 1 for the oldest to n for the newest', () => {
    const kernel = new WindowWeighted(3);
    expect([6, 12, 18, 0, 6].map((value) => kernel.next(value))).toEqual([NaN, NaN, 14, 8, 6]);
  });

  it('does not drift over a hundred thousand values, whatever has passed through the window', () => {
    const rng = createRng(7);
    const period = 30;
    // Integers whose weighted sums stay below 2^53: the plain definition is exact, so any error is the kernel's own.
    const values = Array.from({ length: 100_000 }, (_, i) => (i % 5000 === 0 ? 2 ** 40 : rng.index(1000)));
    const kernel = new WindowWeighted(period);
    let worst = 0;
    values.forEach((value, i) => {
      const got = kernel.next(value);
      if (i + 1 < period) return;
      const sum = values.slice(i + 1 - period, i + 1).reduce((total, x, rank) => total + (rank + 1) * x, 0);
      worst = Math.max(worst, Math.abs(got - sum / ((period * (period + 1)) / 2)));
    });
    expect(worst, 'a running sum would keep what the large values rounded away').toBe(0);
  });
});

describe('WindowSlope', () => {
  it('is the least-squares slope of the window, at any level of the values', () => {
    const rng = createRng(9);
    const period = 14;
    for (const level of [0, 1e-6, 1e9]) {
      const values = Array.from(
        { length: 500 },
        () => level * (1 + 0.01 * rng.normal()) + (level === 0 ? rng.normal() : 0),
      );
      const kernel = new WindowSlope(period);
      values.forEach((value, i) => {
        const got = kernel.next(value);
        if (i + 1 < period) return;
        const window = values.slice(i + 1 - period, i + 1);
        const mean = window.reduce((sum, x) => sum + x, 0) / period;
        const middle = (period - 1) / 2;
        const across = window.reduce((sum, x, j) => sum + (j - middle) * (x - mean), 0);
        const along = window.reduce((sum, _, j) => sum + (j - middle) ** 2, 0);
        const scale = Math.max(...window.map((x) => Math.abs(x - mean)));
        expect(Math.abs(got - across / along)).toBeLessThan(1e-13 * scale + 1e-15 * level);
      });
    }
  });

  it('is exactly 0 for equal values, also those that binary fractions cannot hold, and right after a jump', () => {
    const kernel = new WindowSlope(3);
    const slopes = [5, 0.1, 0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.7].map((value) => kernel.next(value));
    expect([slopes[3], slopes[4], slopes[7], slopes[8]]).toEqual([0, 0, 0, 0]);
  });
});
