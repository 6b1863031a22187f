import { allocateBarColumns, type Bar, type BarColumns, type BarSeries, createBarSeries } from './bar.ts';
import { CandorError } from './candor-error.ts';
import type { Instrument } from './instrument.ts';
import type { Timeframe } from './timeframe.ts';

const FIRST_CAPACITY = 1_024;

/** A series that live bars are appended to. `series` is a view over what is there; after an append, take it anew. */
export class GrowingBarSeries {
  readonly instrument: Instrument;
  readonly timeframe: Timeframe;
  #columns: BarColumns = allocateBarColumns(FIRST_CAPACITY);
  #length = 0;

  constructor(instrument: Instrument, timeframe: Timeframe) {
    this.instrument = instrument;
    this.timeframe = timeframe;
  }

  /** Appends a closed bar. Throws `bars.out-of-order` for one that is not after the last. */
  append(bar: Bar): void {
    const index = this.#length;
    if (index > 0 && !(bar.time > this.#columns.time[index - 1]!)) {
      throw new CandorError('bars.out-of-order', {
        kind: 'invalid',
        message: `A bar of ${this.instrument.symbol} at ${bar.time} is not after the last one at ${this.#columns.time[index - 1]}.`,
      });
    }
    if (index === this.#columns.time.length) this.#grow();
    const { time, open, high, low, close, volume, session } = this.#columns;
    time[index] = bar.time;
    open[index] = bar.open;
    high[index] = bar.high;
    low[index] = bar.low;
    close[index] = bar.close;
    volume[index] = bar.volume;
    session[index] = bar.session;
    this.#length = index + 1;
  }

  get length(): number {
    return this.#length;
  }

  get series(): BarSeries {
    const { time, open, high, low, close, volume, session } = this.#columns;
    const n = this.#length;
    return createBarSeries(this.instrument, this.timeframe, {
      time: time.subarray(0, n),
      open: open.subarray(0, n),
      high: high.subarray(0, n),
      low: low.subarray(0, n),
      close: close.subarray(0, n),
      volume: volume.subarray(0, n),
      session: session.subarray(0, n),
    });
  }

  #grow(): void {
    const old = this.#columns;
    const grown = allocateBarColumns(old.time.length * 2);
    for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'session'] as const)
      grown[name].set(old[name]);
    this.#columns = grown;
  }
}
