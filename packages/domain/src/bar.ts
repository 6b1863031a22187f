import { CandorError } from './candor-error.ts';
import type { Instrument } from './instrument.ts';
import type { SessionDay } from './time.ts';
import type { Timeframe } from './timeframe.ts';

/** One bar as a value: for edges, streams and tests. The hot path reads columns. */
export interface Bar {
  /** Opening instant, UTC milliseconds. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Shares or units; NaN when the source does not report volume. */
  readonly volume: number;
  readonly session: SessionDay;
}

export interface BarColumns {
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Shares or units; NaN throughout when the source does not report volume. */
  readonly volume: Float64Array;
  /** Day number of the exchange session the bar belongs to. */
  readonly session: Int32Array;
}

/** Closed bars of one instrument and timeframe, oldest first, as columns. Append-only. */
export interface BarSeries extends BarColumns {
  readonly instrument: Instrument;
  readonly timeframe: Timeframe;
  readonly length: number;
}

/** A bar of the past, seen from the cursor. */
export interface PastBar {
  readonly index: number;
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly session: SessionDay;
}

/** The bar just closed, and the past. Nothing ahead of `index` can be reached through it. */
export interface BarView extends PastBar {
  readonly instrument: Instrument;
  readonly timeframe: Timeframe;
  /** Returns the bar `bars` before this one, 0 being this one. Throws RangeError when negative, fractional or before the first. */
  ago(bars: number): PastBar;
}

/** Returns a series over the given columns. Throws `bars.length-mismatch` when they differ in length. The columns are not copied. */
export function createBarSeries(instrument: Instrument, timeframe: Timeframe, columns: BarColumns): BarSeries {
  const length = columns.time.length;
  for (const name of ['open', 'high', 'low', 'close', 'volume', 'session'] as const) {
    if (columns[name].length !== length) {
      throw new CandorError('bars.length-mismatch', {
        kind: 'invalid',
        message: `Column "${name}" of ${instrument.symbol} has ${columns[name].length} rows, "time" has ${length}.`,
      });
    }
  }
  const { time, open, high, low, close, volume, session } = columns;
  return { instrument, timeframe, length, time, open, high, low, close, volume, session };
}

/** Returns columns of the given length, filled with zeros, to be written once. */
export function allocateBarColumns(length: number): BarColumns {
  return {
    time: new Float64Array(length),
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
    volume: new Float64Array(length),
    session: new Int32Array(length),
  };
}

/** Returns a view of the bars [from, to) that shares memory with the series. */
export function sliceBarSeries(series: BarSeries, from: number, to: number): BarSeries {
  return createBarSeries(series.instrument, series.timeframe, {
    time: series.time.subarray(from, to),
    open: series.open.subarray(from, to),
    high: series.high.subarray(from, to),
    low: series.low.subarray(from, to),
    close: series.close.subarray(from, to),
    volume: series.volume.subarray(from, to),
    session: series.session.subarray(from, to),
  });
}

/** Returns the bar at `index` as a value. */
export function barAt(series: BarSeries, index: number): Bar {
  return new ColumnBar(series, index).toBar();
}

class ColumnBar implements PastBar {
  readonly index: number;
  readonly #series: BarSeries;

  constructor(series: BarSeries, index: number) {
    if (!(Number.isInteger(index) && index >= 0 && index < series.length)) {
      throw new RangeError(
        `Bar ${index} does not exist: ${series.instrument.symbol} has bars 0 to ${series.length - 1}.`,
      );
    }
    this.#series = series;
    this.index = index;
  }

  get time(): number {
    return this.#series.time[this.index]!;
  }
  get open(): number {
    return this.#series.open[this.index]!;
  }
  get high(): number {
    return this.#series.high[this.index]!;
  }
  get low(): number {
    return this.#series.low[this.index]!;
  }
  get close(): number {
    return this.#series.close[this.index]!;
  }
  get volume(): number {
    return this.#series.volume[this.index]!;
  }
  get session(): SessionDay {
    return this.#series.session[this.index]!;
  }

  toBar(): Bar {
    const { time, open, high, low, close, volume, session } = this;
    return { time, open, high, low, close, volume, session };
  }
}

/**
 * The one reused, monomorphic cursor over a series. The driver moves it; a strategy receives it as a `BarView` and cannot see past it.
 * A series that has grown is given to `rebind` before the cursor moves on.
 */
export class BarCursor implements BarView {
  #series: BarSeries;
  // The columns beside the series spare a step on every read, and a session reads a few of them at every bar.
  #time: Float64Array;
  #open: Float64Array;
  #high: Float64Array;
  #low: Float64Array;
  #close: Float64Array;
  #volume: Float64Array;
  #session: Int32Array;
  #index = -1;

  constructor(series: BarSeries) {
    this.#series = series;
    this.#time = series.time;
    this.#open = series.open;
    this.#high = series.high;
    this.#low = series.low;
    this.#close = series.close;
    this.#volume = series.volume;
    this.#session = series.session;
  }

  get instrument(): Instrument {
    return this.#series.instrument;
  }
  get timeframe(): Timeframe {
    return this.#series.timeframe;
  }
  get index(): number {
    return this.#index;
  }
  get time(): number {
    return this.#time[this.#index]!;
  }
  get open(): number {
    return this.#open[this.#index]!;
  }
  get high(): number {
    return this.#high[this.#index]!;
  }
  get low(): number {
    return this.#low[this.#index]!;
  }
  get close(): number {
    return this.#close[this.#index]!;
  }
  get volume(): number {
    return this.#volume[this.#index]!;
  }
  get session(): SessionDay {
    return this.#session[this.#index]!;
  }

  ago(bars: number): PastBar {
    if (!(bars >= 0 && bars <= this.#index && Number.isInteger(bars))) {
      throw new RangeError(`ago(${bars}) is outside the past: from bar ${this.#index} it may be 0 to ${this.#index}.`);
    }
    return new ColumnBar(this.#series, this.#index - bars);
  }

  /** Moves a cursor to a bar of its series. Static, so that nothing on the view itself moves it. */
  static move(cursor: BarCursor, index: number): void {
    cursor.#index = index;
  }

  /** Gives the cursor the longer series that its own has become. */
  static rebind(cursor: BarCursor, series: BarSeries): void {
    cursor.#series = series;
    cursor.#time = series.time;
    cursor.#open = series.open;
    cursor.#high = series.high;
    cursor.#low = series.low;
    cursor.#close = series.close;
    cursor.#volume = series.volume;
    cursor.#session = series.session;
  }
}
