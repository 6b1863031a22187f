import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';

/** 100 (x / x[n] - 1), 0 where x[n] is 0. */
export const roc = defineIndicator({
  id: 'roc',
  title: 'Rate of change',
  summary: 'Change of the close over n bars, in percent.',
  source: 'TA-Lib ROC',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(10) }),
  outputs: [{ name: 'value', title: 'ROC', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const past = new DelayLine(period);
    return {
      parts: { past },
      push: ({ close }) => {
        out[0] = rateOfChange(close, past.next(close));
      },
      fold: ({ close }, [value]) => {
        value!.fill(Number.NaN, 0, period);
        for (let i = period; i < close.length; i++) value![i] = rateOfChange(close[i]!, close[i - period]!);
      },
    };
  },
});

/** Returns the change from `before` to `value` in percent of `before`, 0 where that is 0 (as TA-Lib), NaN where it is missing. */
export function rateOfChange(value: number, before: number): number {
  return before === 0 ? 0 : 100 * (value / before - 1);
}
