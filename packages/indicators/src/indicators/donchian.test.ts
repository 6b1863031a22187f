import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { donchian } from './donchian.ts';

describe('donchian', () => {
  // Longer than several of the stretches in which columns are walked.
  const series = seededWalk(17, 3000);
  const current = donchian.compute(series, { period: 20, convention: 'tradingview' });
  const before = donchian.compute(series, { period: 20, convention: 'stock-indicators' });

  it('is the same channel a bar later without the present bar', () => {
    current.forEach((column, slot) => {
      expect(before[slot]!.subarray(1)).toEqual(column.subarray(0, series.length - 1));
    });
  });

  it('holds the present bar inside, or lets it break out', () => {
    let breakouts = 0;
    for (let i = 20; i < series.length; i++) {
      expect(series.high[i]).toBeLessThanOrEqual(current[0]![i]!);
      expect(series.low[i]).toBeGreaterThanOrEqual(current[2]![i]!);
      if (series.high[i]! > before[0]![i]!) breakouts++;
    }
    expect(breakouts).toBeGreaterThan(0);
  });
});
