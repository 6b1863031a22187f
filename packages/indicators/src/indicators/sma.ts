import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { WindowSum } from '../window-sum.ts';

export const sma = defineIndicator({
  id: 'sma',
  title: 'Simple moving average',
  summary: 'Mean of the last n closes.',
  source: 'TA-Lib SMA',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'SMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const average = createSma(period);
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
 * Returns the kernel of the mean of the last `period` values (1 to 5000), in their unit; available from value `period` on (index
 * period - 1). Its rounding error does not grow with the length of the series. Throws `indicators.bad-param`.
 */
export function createSma(period: number): ColumnKernel {
  return new WindowSum(requirePeriod(period), period);
}
