import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { RollingRange } from '../rolling-range.ts';
import { WindowSum } from '../window-sum.ts';

export interface StochasticPeriods {
  /** Of the range. */
  readonly k: number;
  /** Of the mean that makes K. */
  readonly slowK: number;
  /** Of the mean of K that makes D. */
  readonly d: number;
}

/**
 * Raw = 100 (C - LL) / (HH - LL) over k bars, 0 where high and low are equal; K is its mean of slowK, D the mean of K of d. TA-Lib hides K
 * until there is a D; here each line begins when it can.
 */
export const stochastic = defineIndicator({
  id: 'stochastic',
  title: 'Stochastic oscillator',
  summary: 'Where the close lies in the range of the last bars, from 0 to 100, smoothed once and twice.',
  source: "Lane, Lane's Stochastics, Stocks & Commodities 2:3 (1984); TA-Lib STOCH",
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ k: periodParam(14), slowK: periodParam(3), d: periodParam(3) }),
  outputs: [
    { name: 'k', title: '%K', unit: 'percent', pane: 'own' },
    { name: 'd', title: '%D', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ k, slowK, d }) => [k + slowK - 2, k + slowK + d - 3],
  create: (periods, out) => {
    const lines = createStochastic(periods);
    return {
      parts: { lines },
      push: ({ high, low, close }) => {
        out[0] = lines.next(high, low, close);
        out[1] = lines.d;
      },
      fold: ({ high, low, close }, [k, d]) => lines.fold(high, low, close, k!, d!),
    };
  },
});

/**
 * Returns the kernel of both lines, from 0 to 100: `next` gives K, available from index k + slowK - 2; `d` from k + slowK + d - 3. Periods
 * are whole numbers from 1 to 5000. Throws `indicators.bad-param`.
 */
export function createStochastic({ k, slowK, d }: StochasticPeriods): StochasticKernel {
  requirePeriod(k, { name: 'k' });
  requirePeriod(slowK, { name: 'slowK' });
  requirePeriod(d, { name: 'd' });
  return new StochasticKernel({ k, slowK, d });
}

export class StochasticKernel {
  readonly #periods: StochasticPeriods;
  readonly #range: RollingRange;
  readonly #kAverage: WindowSum;
  readonly #dAverage: WindowSum;
  #d = Number.NaN;

  constructor(periods: StochasticPeriods) {
    this.#periods = periods;
    this.#range = new RollingRange(periods.k);
    this.#kAverage = new WindowSum(periods.slowK, periods.slowK);
    this.#dAverage = new WindowSum(periods.d, periods.d);
  }

  /** Whether both lines are available. */
  get ready(): boolean {
    return this.#dAverage.ready;
  }

  get d(): number {
    return this.#d;
  }

  /** Takes a bar and returns K; NaN until available. */
  next(high: number, low: number, close: number): number {
    const range = this.#range;
    range.add(high, low);
    if (!range.ready) return Number.NaN;
    const k = this.#kAverage.next(percentOfRange(close, range.lowest, range.highest));
    if (this.#kAverage.ready) this.#d = this.#dAverage.next(k);
    return k;
  }

  /** Walks whole columns from the first bar on: the fold of `next` on a fresh kernel, bit for bit. It leaves the kernel used up. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, ks: Float64Array, ds: Float64Array): void {
    const { k, slowK } = this.#periods;
    this.#range.fold(high, low, ks, ds);
    for (let i = 0; i < close.length; i++) ks[i] = percentOfRange(close[i]!, ds[i]!, ks[i]!);
    foldFrom(this.#kAverage, k - 1, ks, ks);
    foldFrom(this.#dAverage, k + slowK - 2, ks, ds);
  }

  snapshot(): Json {
    return {
      range: this.#range.snapshot(),
      kAverage: this.#kAverage.snapshot(),
      dAverage: this.#dAverage.snapshot(),
      d: jsonNumber(this.#d),
    };
  }

  restore(state: Json): void {
    const saved = restoreState('a stochastic oscillator', StochasticState, state);
    this.#range.restore(saved.range);
    this.#kAverage.restore(saved.kAverage);
    this.#dAverage.restore(saved.dAverage);
    this.#d = saved.d ?? Number.NaN;
  }
}

const StochasticState = z.strictObject({
  range: z.json(),
  kAverage: z.json(),
  dAverage: z.json(),
  d: z.number().nullable(),
});

/** Returns where a value lies between two others, 0 at `low` and 100 at `high`; 0 where they are equal. */
export function percentOfRange(value: number, low: number, high: number): number {
  return high === low ? 0 : (100 * (value - low)) / (high - low);
}
