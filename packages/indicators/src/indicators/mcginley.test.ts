import { describe, expect, it } from 'vitest';
import { createMcginley } from './mcginley.ts';

describe('createMcginley', () => {
  it('steps by the distance over factor times period times the ratio to the fourth', () => {
    const kernel = createMcginley(10, 0.5);
    expect(kernel.next(100)).toBeNaN();
    expect(kernel.next(200)).toBeCloseTo(100 + 100 / (0.5 * 10 * 2 ** 4), 12);
  });

  it('has no value at a price of zero and starts anew after it', () => {
    const kernel = createMcginley(10);
    const values = [100, 101, 0, 50, 50].map((value) => kernel.next(value));
    expect(values.map(Number.isNaN)).toEqual([true, false, true, true, false]);
    expect(values[4]).toBe(50);
  });

  it.each([0, -1, 101, Number.NaN])('refuses a factor of %s', (factor) => {
    expect(() => createMcginley(10, factor)).toThrow(/"factor"/);
  });
});
