import { describe, expect, it } from 'vitest';
import { holdCurve } from './hold-curve';

const bars = { firstOpenedAtMs: 6, firstOpen: 48, closedAtMs: [10, 20, 30, 40], close: [50, 100, 110, 90] };

describe('holdCurve', () => {
  it('is the start money at the start, and follows the closes that were known at each instant', () => {
    expect(holdCurve([20, 25, 30, 39, 40], bars, 20, 1_000)).toEqual([1_000, 1_000, 1_100, 1_100, 900]);
  });

  it('keeps its scale when only a later stretch is asked for', () => {
    const whole = holdCurve([20, 30, 40], bars, 20, 1_000);
    expect(holdCurve([30, 40], bars, 20, 1_000)).toEqual(whole.slice(1));
  });

  it('never uses a close that is still to come', () => {
    const cut = { ...bars, closedAtMs: bars.closedAtMs.slice(0, 3), close: bars.close.slice(0, 3) };
    expect(holdCurve([20, 30], bars, 20, 1_000)).toEqual(holdCurve([20, 30], cut, 20, 1_000));
  });

  it('buys at the opening where the session begins inside the first bar', () => {
    expect(holdCurve([7, 9, 10], bars, 7, 960)).toEqual([960, 960, 1_000]);
  });

  it('is missing where there was no price at the start', () => {
    expect(holdCurve([5, 20], bars, 5, 1_000)).toEqual([null, null]);
  });
});
