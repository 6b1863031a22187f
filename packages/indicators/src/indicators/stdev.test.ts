import { describe, expect, it } from 'vitest';
import { createStdev } from './stdev.ts';

const VALUES = [2, 4, 4, 4, 5, 5, 7, 9];

describe('createStdev', () => {
  it('divides by n by default and by n - 1 on request', () => {
    const population = createStdev(8);
    const sample = createStdev(8, { ddof: 1 });
    for (const value of VALUES.slice(0, 7)) expect([population.next(value), sample.next(value)]).toEqual([NaN, NaN]);
    expect(population.next(9)).toBe(2);
    expect(sample.next(9)).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });

  it('is exactly 0 for equal values, also those that binary fractions cannot hold, and right after a jump', () => {
    const kernel = createStdev(3);
    const values = [5, 0.1, 0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.7].map((value) => kernel.next(value));
    expect([values[3], values[4], values[7], values[8]]).toEqual([0, 0, 0, 0]);
  });
});
