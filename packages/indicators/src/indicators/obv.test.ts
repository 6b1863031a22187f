import { describe, expect, it } from 'vitest';
import { createObv } from './obv.ts';

const BARS: readonly (readonly [close: number, volume: number])[] = [
  [10, 5],
  [11, 3],
  [11, 100],
  [9, 4],
];

describe('createObv', () => {
  it('starts at the first volume by default, as TA-Lib does', () => {
    const kernel = createObv();
    expect(BARS.map((bar) => kernel.next(...bar))).toEqual([5, 8, 8, 4]);
  });

  it('starts at zero under the convention "zero"', () => {
    const kernel = createObv('zero');
    expect(BARS.map((bar) => kernel.next(...bar))).toEqual([0, 3, 3, -1]);
  });
});
