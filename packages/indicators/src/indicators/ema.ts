import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';

const EMA_CONVENTIONS = ['talib', 'first'] as const;

/** `talib`: seeded with the mean of the first n values. `first`: seeded with the first value, available at once (pandas `ewm(adjust=False)`). */
export type EmaConvention = (typeof EMA_CONVENTIONS)[number];

export const ema = defineIndicator({
  id: 'ema',
  title: 'Exponential moving average',
  summary: 'Average whose weights fall by the factor 1 - 2/(n+1) a bar.',
  source: 'TA-Lib EMA (talib); pandas ewm(span=n, adjust=False) (first)',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20), convention: z.enum(EMA_CONVENTIONS).default('talib') }),
  outputs: [{ name: 'value', title: 'EMA', unit: 'price', pane: 'price' }],
  warmup: ({ period, convention }) => [convention === 'first' ? 0 : period - 1],
  create: ({ period, convention }, out) => {
    const average = createEma(period, convention);
    return {
      parts: { average },
      push: (view) => {
        out[0] = average.next(view.close);
      },
      fold: (series, [value]) => average.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the exponential average with weight 2/(period+1), period 1 to 5000, in the unit of its values; available from
 * index period - 1 (`talib`) or 0 (`first`). A share of (1 - weight)^m of the seed is left after m values. Throws `indicators.bad-param`.
 */
export function createEma(period: number, convention: EmaConvention = 'talib'): ExponentialKernel {
  return new ExponentialKernel(requirePeriod(period), 2 / (period + 1), convention === 'first' ? 'first' : 'sma');
}
