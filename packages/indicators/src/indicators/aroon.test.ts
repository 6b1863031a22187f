import { BarCursor, createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { aroon } from './aroon.ts';

describe('aroon', () => {
  it('takes the latest of equal extremes, or the earliest when asked to', () => {
    const bars = seededWalk(1, 5);
    const series = createBarSeries(bars.instrument, bars.timeframe, {
      ...bars,
      high: Float64Array.of(10, 12, 11, 12, 11),
      low: Float64Array.of(5, 5, 6, 7, 6),
    });
    const last = (tie: 'latest' | 'earliest') => {
      const indicator = aroon.create({ period: 4, tie });
      const cursor = new BarCursor(series);
      for (let bar = 0; bar < 5; bar++) {
        BarCursor.move(cursor, bar);
        indicator.push(cursor);
      }
      return Array.from(indicator.out);
    };
    expect(last('latest')).toEqual([75, 25, 50]);
    expect(last('earliest')).toEqual([25, 0, 25]);
  });
});
