import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { psar } from './psar.ts';

const PARAMS = { step: 0.02, max: 0.2 };

describe('psar', () => {
  it('never lies inside the bar it is given for, and turns when price touches it', () => {
    const bars = seededWalk(5, 1000);
    const [value, direction] = psar.compute(bars, PARAMS);
    let turns = 0;
    for (let bar = 1; bar < bars.length; bar++) {
      if (direction![bar]! > 0) expect(value![bar]).toBeLessThanOrEqual(bars.low[bar]!);
      else expect(value![bar]).toBeGreaterThanOrEqual(bars.high[bar]!);
      if (bar > 1 && direction![bar] !== direction![bar - 1]) turns++;
    }
    expect(turns).toBeGreaterThan(20);
  });

  it('begins short only where the second bar fell further than it rose', () => {
    expect(begin([10, 9.5], [9, 8])).toEqual([10, -1]);
    expect(begin([10, 11], [9, 9.5])).toEqual([9, 1]);
    // Long, and turned at once by a low below the first bar's.
    expect(begin([10, 10.5], [9, 8.9])).toEqual([10.5, -1]);
  });

  it('mirrors when prices do', () => {
    const bars = seededWalk(6, 300);
    const mirrored = createBarSeries(bars.instrument, bars.timeframe, {
      ...bars,
      high: bars.low.map((low) => -low),
      low: bars.high.map((high) => -high),
    });
    const [value, direction] = psar.compute(bars, PARAMS);
    const [other, otherWay] = psar.compute(mirrored, PARAMS);
    expect(other).toEqual(value!.map((stop) => -stop));
    expect(otherWay).toEqual(direction!.map((side) => -side));
  });
});

function begin(high: readonly number[], low: readonly number[]): number[] {
  const bars = seededWalk(1, 2);
  const series = createBarSeries(bars.instrument, bars.timeframe, {
    ...bars,
    high: Float64Array.from(high),
    low: Float64Array.from(low),
  });
  return psar.compute(series, PARAMS).map((column) => column[1]!);
}
