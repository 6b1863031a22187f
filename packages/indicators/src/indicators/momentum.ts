import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';

/** x - x[n]. */
export const momentum = defineIndicator({
  id: 'momentum',
  title: 'Momentum',
  summary: 'Change of the close over n bars.',
  source: 'TA-Lib MOM',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(10) }),
  outputs: [{ name: 'value', title: 'Momentum', unit: 'price', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const past = new DelayLine(period);
    return {
      parts: { past },
      push: ({ close }) => {
        out[0] = close - past.next(close);
      },
      fold: ({ close }, [value]) => {
        value!.fill(Number.NaN, 0, period);
        for (let i = period; i < close.length; i++) value![i] = close[i]! - close[i - period]!;
      },
    };
  },
});
