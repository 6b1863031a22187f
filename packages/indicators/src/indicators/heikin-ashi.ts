import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { larger, smaller } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';

/**
 * Close (o+h+l+c)/4; open the mean of the open and close of the averaged bar before, of the first bar (o+c)/2; high and low the extremes
 * of the bar's and of the averaged open and close. Nothing trades at these prices: no order is ever filled at them.
 */
export const heikinAshi = defineIndicator({
  id: 'heikin-ashi',
  title: 'Heikin-Ashi bars',
  summary: 'Averaged bars that show the trend; nothing trades at their prices.',
  source: 'Valcu, Using the Heikin-Ashi Technique, Stocks & Commodities 22:2 (2004)',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: [
    { name: 'open', title: 'HA open', unit: 'price', pane: 'price' },
    { name: 'high', title: 'HA high', unit: 'price', pane: 'price' },
    { name: 'low', title: 'HA low', unit: 'price', pane: 'price' },
    { name: 'close', title: 'HA close', unit: 'price', pane: 'price' },
  ],
  warmup: () => [0, 0, 0, 0],
  create: (_, out) => {
    const bars = createHeikinAshi();
    return {
      parts: { bars },
      push: (bar) => {
        out[3] = bars.next(bar.open, bar.high, bar.low, bar.close);
        out[0] = bars.open;
        out[1] = bars.high;
        out[2] = bars.low;
      },
      fold: (series, columns) => {
        eachStretch(0, series.length, (from, to) => bars.fold(series, from, to, columns));
      },
    };
  },
});

/** Returns the kernel of the averaged bars, in price units; available from the first bar. */
export function createHeikinAshi(): HeikinAshiKernel {
  return new HeikinAshiKernel();
}

export class HeikinAshiKernel {
  #open = Number.NaN;
  #close = Number.NaN;
  #high = Number.NaN;
  #low = Number.NaN;

  get ready(): boolean {
    return !Number.isNaN(this.#open);
  }

  get open(): number {
    return this.#open;
  }

  get high(): number {
    return this.#high;
  }

  get low(): number {
    return this.#low;
  }

  /** Takes a bar and returns the averaged close; the other prices stand beside. */
  next(open: number, high: number, low: number, close: number): number {
    const opened = openOf(this.#open, this.#close, open, close);
    const closed = (open + high + low + close) / 4;
    this.#open = opened;
    this.#close = closed;
    this.#high = larger(high, larger(opened, closed));
    this.#low = smaller(low, smaller(opened, closed));
    return closed;
  }

  /** Walks the bars [from, to) into the columns of open, high, low and close: the fold of `next`, bit for bit. */
  fold(series: BarSeries, from: number, to: number, columns: readonly Float64Array[]): void {
    const [opens, highs, lows, closes] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
    let open = this.#open;
    let close = this.#close;
    for (let i = from; i < to; i++) {
      open = openOf(open, close, series.open[i]!, series.close[i]!);
      close = (series.open[i]! + series.high[i]! + series.low[i]! + series.close[i]!) / 4;
      opens[i] = open;
      highs[i] = larger(series.high[i]!, larger(open, close));
      lows[i] = smaller(series.low[i]!, smaller(open, close));
      closes[i] = close;
    }
    this.#open = open;
    this.#close = close;
    this.#high = to > from ? highs[to - 1]! : this.#high;
    this.#low = to > from ? lows[to - 1]! : this.#low;
  }

  snapshot(): Json {
    return [this.#open, this.#high, this.#low, this.#close].map(jsonNumber);
  }

  restore(state: Json): void {
    const prices = restoreState('Heikin-Ashi bars', HeikinAshiState, state).map((price) => price ?? Number.NaN);
    [this.#open, this.#high, this.#low, this.#close] = prices as [number, number, number, number];
  }
}

const HeikinAshiState = z.array(z.number().nullable()).length(4);

function openOf(openBefore: number, closeBefore: number, open: number, close: number): number {
  return Number.isNaN(openBefore) ? (open + close) / 2 : (openBefore + closeBefore) / 2;
}
