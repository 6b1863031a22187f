import { type BarSeries, createBarSeries } from '@candor/domain/bar';

/** Returns the series with its columns in shared memory, so that a worker thread reads them without a copy. */
export function shareSeries(series: BarSeries): BarSeries {
  const { instrument, timeframe, time, open, high, low, close, volume, session } = series;
  return createBarSeries(instrument, timeframe, {
    time: shareDoubles(time),
    open: shareDoubles(open),
    high: shareDoubles(high),
    low: shareDoubles(low),
    close: shareDoubles(close),
    volume: shareDoubles(volume),
    session: shareInts(session),
  });
}

function shareDoubles(column: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}

function shareInts(column: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}
