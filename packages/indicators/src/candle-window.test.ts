import { describe, expect, it } from 'vitest';
import { CandleWindow } from './candle-window.ts';
import { seededWalk } from './seeded-walk.ts';

const bars = seededWalk(10, 60);

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('CandleWindow', () => {
  it('measures each of the last four bars against the bars before it, never against itself', () => {
    const candles = new CandleWindow();
    const range = bars.high.map((high, i) => high - bars.low[i]!);
    const body = bars.close.map((close, i) => Math.abs(close - bars.open[i]!));
    for (let i = 0; i < bars.length; i++) {
      candles.addFrom(bars, i);
      for (let ago = 0; ago <= 3 && i - ago >= 10; ago++) {
        const bar = i - ago;
        expect(candles.verySmall(ago)).toBeCloseTo(0.1 * mean(range.subarray(bar - 10, bar)), 12);
        expect(candles.near(ago)).toBeCloseTo(0.2 * mean(range.subarray(bar - 5, bar)), 12);
        expect(candles.far(ago)).toBeCloseTo(0.6 * mean(range.subarray(bar - 5, bar)), 12);
        expect(candles.hasLongBody(ago)).toBe(body[bar]! > mean(body.subarray(bar - 10, bar)));
        expect([candles.open(ago), candles.high(ago), candles.low(ago), candles.close(ago)]).toEqual([
          bars.open[bar],
          bars.high[bar],
          bars.low[bar],
          bars.close[bar],
        ]);
        expect(candles.body(ago) + candles.upperShadow(ago) + candles.lowerShadow(ago)).toBeCloseTo(range[bar]!, 12);
      }
    }
  });
});
