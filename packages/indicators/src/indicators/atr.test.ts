import { describe, expect, it } from 'vitest';
import { createAtr } from './atr.ts';

// High, low, close; true ranges 2 (first bar, no close before it), 4, 1, 3.
const BARS: readonly (readonly [high: number, low: number, close: number])[] = [
  [11, 9, 10],
  [14, 12, 13],
  [13.5, 12.5, 13],
  [13, 10, 11],
];

describe('createAtr', () => {
  it('leaves the first bar out by default, as TA-Lib does', () => {
    const kernel = createAtr(2);
    expect(BARS.map((bar) => kernel.next(...bar))).toEqual([Number.NaN, Number.NaN, 2.5, 2.75]);
  });

  it('counts the range of the first bar under the convention "tradingview"', () => {
    const kernel = createAtr(2, 'tradingview');
    expect(BARS.map((bar) => kernel.next(...bar))).toEqual([Number.NaN, 3, 2, 2.5]);
  });
});
