import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';

export const rma = defineIndicator({
  id: 'rma',
  title: 'Wilder moving average',
  summary: 'Exponential average with weight 1/n, the smoothing of RSI and ATR.',
  source: 'Wilder, New Concepts in Technical Trading Systems (1978); Pine ta.rma',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [{ name: 'value', title: 'RMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const average = createRma(period);
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
 * Returns the kernel of Wilder's average: weight 1/period (1 to 5000), seeded with the mean of the first `period` values, in their unit;
 * available from index period - 1. Throws `indicators.bad-param`.
 */
export function createRma(period: number): ColumnKernel {
  // Wilder smooths with 1/n, not 2/(n+1); using the latter shifts RSI by several points.
  return new ExponentialKernel(requirePeriod(period), 1 / period, 'sma');
}
