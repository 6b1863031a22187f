import { describe, expect, it } from 'vitest';
import { createUlcerIndex } from './ulcer-index.ts';

describe('createUlcerIndex', () => {
  it('is 0 while price rises and the root mean square of the drawdowns from the high inside the window', () => {
    const kernel = createUlcerIndex(3);
    const values = [100, 110, 120, 90, 60].map((value) => kernel.next(value));
    expect(values.slice(2, 3)).toEqual([0]);
    expect(values[3]).toBeCloseTo(Math.sqrt(25 ** 2 / 3), 12);
    expect(values[4]).toBeCloseTo(Math.sqrt((25 ** 2 + 50 ** 2) / 3), 12);
  });

  it('has no value where the window begins at zero', () => {
    const kernel = createUlcerIndex(2);
    expect([0, 10, 10].map((value) => kernel.next(value))).toEqual([Number.NaN, Number.NaN, 0]);
  });
});
