import { describe, expect, it } from 'vitest';
import { allocateBarColumns, BarCursor, barAt, createBarSeries, sliceBarSeries } from './bar.ts';
import { GrowingBarSeries } from './growing-bar-series.ts';
import type { Instrument } from './instrument.ts';

const instrument: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

function seriesOf(closes: readonly number[]) {
  const columns = allocateBarColumns(closes.length);
  closes.forEach((close, i) => {
    columns.time[i] = i * 60_000;
    columns.close[i] = close;
  });
  return createBarSeries(instrument, '1m', columns);
}

describe('BarCursor', () => {
  it('shows the bar it stands on and the past', () => {
    const cursor = new BarCursor(seriesOf([1, 2, 3]));
    BarCursor.move(cursor, 2);
    expect([cursor.index, cursor.close, cursor.ago(0).close, cursor.ago(2).close]).toEqual([2, 3, 3, 1]);
  });

  it('has no way to a bar ahead, to one before the first, or between two', () => {
    const cursor = new BarCursor(seriesOf([1, 2, 3]));
    BarCursor.move(cursor, 1);
    for (const bars of [-1, 2, 0.5, Number.NaN]) expect(() => cursor.ago(bars)).toThrow(RangeError);
    expect(Object.keys(cursor), 'nothing of its inside can be listed').toEqual([]);
  });

  it('gives past bars that stay what they are when the cursor moves on', () => {
    const cursor = new BarCursor(seriesOf([1, 2, 3]));
    BarCursor.move(cursor, 1);
    const previous = cursor.ago(1);
    BarCursor.move(cursor, 2);
    expect([previous.index, previous.close]).toEqual([0, 1]);
  });
});

describe('bar series', () => {
  it('refuses columns of different lengths by name', () => {
    const columns = { ...allocateBarColumns(3), high: new Float64Array(2) };
    expect(() => createBarSeries(instrument, '1m', columns)).toThrow('Column "high" of TEST has 2 rows, "time" has 3.');
  });

  it('slices without copying and refuses a bar that is not there', () => {
    const series = seriesOf([1, 2, 3]);
    expect(sliceBarSeries(series, 1, 3).close.buffer).toBe(series.close.buffer);
    expect(() => barAt(series, 3)).toThrow(/bars 0 to 2/);
  });

  it('grows past its capacity and keeps every bar', () => {
    const growing = new GrowingBarSeries(instrument, '1m');
    for (let i = 0; i < 3_000; i++) {
      growing.append({ time: i, open: i, high: i, low: i, close: i, volume: 1, session: 0 });
    }
    expect(growing.series.close).toEqual(Float64Array.from({ length: 3_000 }, (_, i) => i));
    expect(() => growing.append(barAt(growing.series, 10))).toThrow(/not after the last one/);
  });
});
