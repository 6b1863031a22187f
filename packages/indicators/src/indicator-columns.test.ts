import { CandorError } from '@candor/domain/candor-error';
import { describe, expect, it } from 'vitest';
import { IndicatorColumns } from './indicator-columns.ts';
import { ema } from './indicators/ema.ts';
import { macd } from './indicators/macd.ts';
import { sma } from './indicators/sma.ts';
import { seededWalk } from './seeded-walk.ts';

const LENGTH = 300;
const series = seededWalk(6, LENGTH);
const COLUMN_BYTES = LENGTH * 8;

describe('IndicatorColumns', () => {
  it('has the columns that the indicator computes', () => {
    expect(new IndicatorColumns(series).of(macd, { fast: 5 })).toEqual(macd.compute(series, macd.parse({ fast: 5 })));
  });

  it('computes once for defaults written out or not, in any order', () => {
    const columns = new IndicatorColumns(series);
    const first = columns.of(macd, {});
    expect(columns.of(macd, { slow: 26, fast: 12 })).toBe(first);
    expect(columns.of(macd, { fast: 8 })).not.toBe(first);
  });

  it('never takes one indicator, or one series, for another', () => {
    const columns = new IndicatorColumns(series);
    expect(columns.of(ema, { period: 20 })).not.toEqual(columns.of(sma, { period: 20 }));
    expect(new IndicatorColumns(seededWalk(7, LENGTH)).of(sma, {})).not.toEqual(columns.of(sma, {}));
  });

  it('lets go of what was not asked for longest', () => {
    const columns = new IndicatorColumns(series, { mostBytes: 2 * COLUMN_BYTES });
    const ten = columns.of(sma, { period: 10 });
    const twenty = columns.of(sma, { period: 20 });
    expect(columns.of(sma, { period: 10 })).toBe(ten);
    columns.of(sma, { period: 30 });
    expect(columns.of(sma, { period: 10 }), 'asked for since').toBe(ten);
    expect(columns.of(sma, { period: 20 }), 'computed again').not.toBe(twenty);
    expect(columns.of(sma, { period: 20 })).toEqual(twenty);
  });

  it('keeps the one just computed even where there is no room', () => {
    const columns = new IndicatorColumns(series, { mostBytes: 0 });
    expect(columns.of(sma, {})).toBe(columns.of(sma, {}));
  });

  it('refuses a parameter out of its domain, and keeps nothing of it', () => {
    const columns = new IndicatorColumns(series);
    for (let time = 0; time < 2; time++) expect(() => columns.of(sma, { period: 0 })).toThrow(CandorError);
  });
});
