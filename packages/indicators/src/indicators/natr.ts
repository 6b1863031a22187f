import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';
import { type AtrConvention, type AtrKernel, createAtr } from './atr.ts';

export const natr = defineIndicator({
  id: 'natr',
  title: 'Normalised average true range',
  summary: 'Average true range in percent of the close, to compare instruments and years.',
  source: 'Forman, Stocks & Commodities 24:6 (2006); TA-Lib NATR (talib); Pine ta.atr (tradingview)',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14), convention: z.enum(['talib', 'tradingview']).default('talib') }),
  outputs: [
    { name: 'value', title: 'NATR', unit: 'percent', pane: 'own', mayBeMissing: 'no percentage of a close of zero' },
  ],
  warmup: ({ period, convention }) => [convention === 'tradingview' ? period - 1 : period],
  create: ({ period, convention }, out) => {
    const range = createNatr(period, convention);
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
 * Returns the kernel of 100 ATR / close over `period` bars (1 to 5000), in percent; available from index `period` (`talib`) or period - 1
 * (`tradingview`), NaN where the close is zero. Throws `indicators.bad-param`.
 */
export function createNatr(period: number, convention: AtrConvention = 'talib'): NatrKernel {
  return new NatrKernel(createAtr(period, convention));
}

export class NatrKernel {
  readonly #range: AtrKernel;

  constructor(range: AtrKernel) {
    this.#range = range;
  }

  get ready(): boolean {
    return this.#range.ready;
  }

  /** Takes a bar and returns its value; NaN until ready. */
  next(high: number, low: number, close: number): number {
    return percentOf(this.#range.next(high, low, close), close);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, out: Float64Array): void {
    eachStretch(0, close.length, (from, to) => {
      const stretch = out.subarray(from, to);
      this.#range.fold(high.subarray(from, to), low.subarray(from, to), close.subarray(from, to), stretch);
      for (let j = 0; j < stretch.length; j++) stretch[j] = percentOf(stretch[j]!, close[from + j]!);
    });
  }

  snapshot(): Json {
    return this.#range.snapshot();
  }

  restore(state: Json): void {
    this.#range.restore(state);
  }
}

function percentOf(range: number, close: number): number {
  return close === 0 ? Number.NaN : (100 * range) / close;
}
