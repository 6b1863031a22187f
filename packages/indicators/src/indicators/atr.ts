import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { trueRangeOf } from './true-range.ts';

const ATR_CONVENTIONS = ['talib', 'tradingview'] as const;

/** `talib`: starts with the second bar, the first that has a close before it. `tradingview`: counts the first bar's range too. */
export type AtrConvention = (typeof ATR_CONVENTIONS)[number];

export const atr = defineIndicator({
  id: 'atr',
  title: 'Average true range',
  summary: 'Wilder average of the true range: how far price moves in a bar.',
  source: 'Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib ATR (talib); Pine ta.atr (tradingview)',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14), convention: z.enum(ATR_CONVENTIONS).default('talib') }),
  outputs: [{ name: 'value', title: 'ATR', unit: 'price', pane: 'own' }],
  warmup: ({ period, convention }) => [convention === 'tradingview' ? period - 1 : period],
  create: ({ period, convention }, out) => {
    const range = createAtr(period, convention);
    return {
      parts: { range },
      push: (view) => {
        out[0] = range.next(view.high, view.low, view.close);
      },
      fold: ({ high, low, close }, [value]) => range.fold(high, low, close, value!),
    };
  },
});

/**
 * Returns the kernel of Wilder's average true range over `period` bars (1 to 5000), in price units; available from index `period`
 * (`talib`) or period - 1 (`tradingview`). Throws `indicators.bad-param`.
 */
export function createAtr(period: number, convention: AtrConvention = 'talib'): AtrKernel {
  return new AtrKernel(requirePeriod(period), convention);
}

export class AtrKernel {
  readonly #average: ExponentialKernel;
  readonly #countsFirstRange: boolean;
  #closeBefore = Number.NaN;

  constructor(period: number, convention: AtrConvention) {
    this.#average = new ExponentialKernel(period, 1 / period, 'sma');
    this.#countsFirstRange = convention === 'tradingview';
  }

  get ready(): boolean {
    return this.#average.ready;
  }

  /** Takes a bar and returns the average; NaN until ready. */
  next(high: number, low: number, close: number): number {
    const closeBefore = this.#closeBefore;
    this.#closeBefore = close;
    if (!Number.isNaN(closeBefore)) return this.#average.next(trueRangeOf(high, low, closeBefore));
    return this.#countsFirstRange ? this.#average.next(high - low) : Number.NaN;
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < close.length && !this.ready; i++) out[i] = this.next(high[i]!, low[i]!, close[i]!);
    const { weight } = this.#average;
    let average = this.#average.average;
    let closeBefore = this.#closeBefore;
    for (; i < close.length; i++) {
      average = smooth(average, trueRangeOf(high[i]!, low[i]!, closeBefore), weight);
      closeBefore = close[i]!;
      out[i] = average;
    }
    this.#average.average = average;
    this.#closeBefore = closeBefore;
  }

  snapshot(): Json {
    return { closeBefore: jsonNumber(this.#closeBefore), average: this.#average.snapshot() };
  }

  restore(state: Json): void {
    const { closeBefore, average } = restoreState('an average true range', AtrState, state);
    this.#closeBefore = closeBefore ?? Number.NaN;
    this.#average.restore(average);
  }
}

const AtrState = z.strictObject({ closeBefore: z.number().nullable(), average: z.json() });
