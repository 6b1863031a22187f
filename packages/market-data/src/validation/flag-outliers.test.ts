import { allocateBarColumns, type BarSeries, createBarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY } from '@candor/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagOutliers } from './flag-outliers.ts';

const instrument: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'crypto',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: true,
  tradable: true,
};

// A quiet walk of 1 % a day, with chosen factors applied to the price from some bars on.
function walk(length: number, jumps: Readonly<Record<number, number>> = {}, seed = 5): BarSeries {
  const rng = createRng(seed);
  const columns = allocateBarColumns(length);
  let close = 100;
  for (let i = 0; i < length; i++) {
    const open = close * (jumps[i] ?? 1);
    close = open * Math.exp(0.01 * rng.normal());
    columns.time[i] = (16_000 + i) * MS_PER_DAY;
    columns.session[i] = 16_000 + i;
    columns.open[i] = open;
    columns.close[i] = close;
    columns.high[i] = Math.max(open, close);
    columns.low[i] = Math.min(open, close);
  }
  return createBarSeries(instrument, '1d', columns);
}

describe('flagOutliers', () => {
  it('finds nothing in a quiet walk', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(flagOutliers(walk(120, {}, seed))).toEqual([]);
      }),
    );
  });

  it('flags a move of many usual steps, and a halving as a suspected split', () => {
    const flagged = flagOutliers(walk(200, { 80: 1.25, 140: 0.5 }));
    expect(flagged.map(({ index, code }) => [index, code])).toEqual([
      [80, 'OUTLIER'],
      [140, 'SUSPECTED_SPLIT'],
      [140, 'OUTLIER'],
    ]);
    expect(flagged[1]?.reason).toMatch(/2-for-1 split/);
  });

  it.each([
    [1 / 7, '7-for-1', 'LARGE_MOVE'],
    [2 / 3, '3-for-2', 'OUTLIER'],
    [10, '1-for-10', 'LARGE_MOVE'],
  ])('names a price factor of %d as a %s split', (factor, name, beside) => {
    const flagged = flagOutliers(walk(100, { 50: factor }));
    expect(flagged.map(({ code }) => code)).toEqual(['SUSPECTED_SPLIT', beside]);
    expect(flagged[0]?.reason).toContain(name);
  });

  it('flags a move beyond half even where there is no past to compare with', () =>
    expect(flagOutliers(walk(5, { 3: 1.8 })).map(({ code }) => code)).toEqual(['LARGE_MOVE']));

  it('does not hold the night before an intraday bar against the minutes of the day', () => {
    const { instrument, length, ...columns } = walk(100, { 50: 1.2, 80: 1.2 });
    const session = Int32Array.from({ length }, (_, i) => 16_000 + (i < 50 ? 0 : 1));
    const flagged = flagOutliers(createBarSeries(instrument, '1h', { ...columns, session }));
    expect(flagged.map(({ index, code }) => [index, code])).toEqual([[80, 'OUTLIER']]);
  });

  it('says of a bar today what it says of it when more bars have come', () => {
    const whole = walk(200, { 60: 1.3, 90: 0.7, 91: 1.4, 150: 0.5 });
    const flagged = flagOutliers(whole);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        expect(flagOutliers(sliceBarSeries(whole, 0, length))).toEqual(flagged.filter(({ index }) => index < length));
      }),
    );
  });
});
