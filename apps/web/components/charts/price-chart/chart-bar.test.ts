import { describe, expect, it } from 'vitest';
import { type ChartBar, changedFrom, placeAtOrBefore } from './chart-bar';

const bars: ChartBar[] = [10, 20, 30, 40].map((time) => ({
  time,
  session: '2017-09-01',
  open: 1,
  high: 1,
  low: 1,
  close: 1,
  volume: null,
}));

describe('the place of a time', () => {
  it('is that of the last bar that had opened', () => {
    expect([5, 10, 19, 20, 99].map((time) => placeAtOrBefore(bars, time))).toEqual([-1, 0, 0, 1, 3]);
  });
});

describe('what changed', () => {
  it('is from the newest of the bars shown on, which may have been open still', () => {
    expect(changedFrom(bars.slice(0, 3), bars)).toBe(2);
    expect(changedFrom(bars, bars)).toBe(3);
  });

  it('is everything when older bars came, fewer did, or others', () => {
    expect(changedFrom(bars.slice(1), bars)).toBeUndefined();
    expect(changedFrom(bars, bars.slice(0, 3))).toBeUndefined();
    expect(changedFrom([], bars)).toBeUndefined();
    expect(
      changedFrom(
        bars,
        bars.map((bar) => ({ ...bar, time: bar.time + 5 })),
      ),
    ).toBeUndefined();
  });
});
