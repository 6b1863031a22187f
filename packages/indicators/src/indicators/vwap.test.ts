import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { brokenLaws } from '../laws.ts';
import { seededWalk } from '../seeded-walk.ts';
import { vwap } from './vwap.ts';

const walk = seededWalk(5, 260);
const intraday = createBarSeries(walk.instrument, '30m', {
  ...walk,
  session: walk.session.map((bar) => Math.floor(bar / 13)),
});

describe('vwap', () => {
  it('keeps the laws on sessions of many bars', () => {
    expect(brokenLaws(vwap, {}, intraday)).toEqual([]);
  });

  it('is the weighted mean and deviation of the session so far, whatever came before it', () => {
    const [means, deviations] = vwap.compute(intraday, {});
    for (const [from, bar] of [
      [0, 0],
      [0, 12],
      [13, 13],
      [13, 20],
      [247, 259],
    ] as const) {
      const bars = Array.from({ length: bar - from + 1 }, (_, i) => from + i);
      const price = (i: number) => (walk.high[i]! + walk.low[i]! + walk.close[i]!) / 3;
      const total = bars.reduce((sum, i) => sum + walk.volume[i]!, 0);
      const mean = bars.reduce((sum, i) => sum + price(i) * walk.volume[i]!, 0) / total;
      const variance = bars.reduce((sum, i) => sum + (price(i) - mean) ** 2 * walk.volume[i]!, 0) / total;
      expect(means![bar]).toBeCloseTo(mean, 10);
      expect(deviations![bar]).toBeCloseTo(Math.sqrt(variance), 10);
    }
  });

  it('has no value before the first trade of a session', () => {
    const volume = walk.volume.map((traded, bar) => (bar % 13 < 2 ? 0 : traded));
    const [means, deviations] = vwap.compute(createBarSeries(walk.instrument, '30m', { ...intraday, volume }), {});
    for (const column of [means!, deviations!]) {
      expect(Array.from(column.keys()).filter((bar) => Number.isNaN(column[bar]))).toEqual(
        Array.from(column.keys()).filter((bar) => bar % 13 < 2),
      );
    }
  });
});
