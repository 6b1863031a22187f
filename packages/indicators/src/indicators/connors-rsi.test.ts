import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { connorsRsi } from './connors-rsi.ts';

describe('connorsRsi', () => {
  it('counts rises up, falls down, and starts again where the close stays or turns', () => {
    const close = Float64Array.of(10, 11, 12, 12, 11, 10, 9, 10);
    const bars = seededWalk(1, close.length);
    const columns = connorsRsi.compute(
      createBarSeries(bars.instrument, bars.timeframe, { ...bars, close }),
      connorsRsi.parse({ rank: 2 }),
    );
    expect(Array.from(columns[1]!)).toEqual([0, 1, 2, 0, -1, -2, -3, 1]);
  });

  it('is 100 at most: a rise larger than all before it, after nothing but rises', () => {
    const close = Float64Array.from({ length: 20 }, (_, bar) => 100 + bar * bar);
    const bars = seededWalk(1, close.length);
    const columns = connorsRsi.compute(createBarSeries(bars.instrument, bars.timeframe, { ...bars, close }), {
      rsi: 3,
      streak: 2,
      rank: 5,
    });
    expect(columns[0]![10]).toBe(100);
    expect(columns[2]![10]).toBe(100);
    expect(columns[3]![8]).toBe(100);
    expect(columns[4]![8]).toBe(100);
  });
});
