import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { williamsFractal } from './williams-fractal.ts';

describe('williamsFractal', () => {
  it('reports an extreme on the bar that confirms it, and none that only equals a neighbour', () => {
    const bars = seededWalk(1, 9);
    const series = createBarSeries(bars.instrument, bars.timeframe, {
      ...bars,
      high: Float64Array.of(10, 11, 14, 12, 13, 13, 12, 11, 10),
      low: Float64Array.of(5, 4, 6, 7, 6, 5, 3, 4, 5),
    });
    const [high, low] = williamsFractal.compute(series, { span: 2 });
    expect(Array.from(high!)).toEqual([NaN, NaN, NaN, NaN, 14, NaN, NaN, NaN, NaN]);
    expect(Array.from(low!)).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 3]);
  });
});
