import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { WindowWeighted } from '../window-weighted.ts';

export const wma = defineIndicator({
  id: 'wma',
  title: 'Weighted moving average',
  summary: 'Mean of the last n closes with weights that rise from 1 to n.',
  source: 'TA-Lib WMA',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'WMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const average = createWma(period);
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
 * Returns the kernel of the mean of the last `period` values (1 to 5000) with weights 1 for the oldest to n for the newest, divided by
 * n(n+1)/2, in their unit; available from index period - 1. Its rounding error does not grow with the series. Throws `indicators.bad-param`.
 */
export function createWma(period: number): ColumnKernel {
  return new WindowWeighted(requirePeriod(period));
}
