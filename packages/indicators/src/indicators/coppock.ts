import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { rateOfChange } from './roc.ts';
import { createWma } from './wma.ts';

/** WMA(smoothing) of ROC(long) + ROC(short), meant for monthly bars. */
export const coppock = defineIndicator({
  id: 'coppock',
  title: 'Coppock curve',
  summary: 'Weighted average of the sum of two rates of change.',
  source: "Coppock, Realistic Stock Market Profits, Barron's (15 October 1962)",
  inputs: ['close'],
  params: z.strictObject({ long: periodParam(14), short: periodParam(11), smoothing: periodParam(10) }),
  outputs: [{ name: 'value', title: 'Coppock', unit: 'percent', pane: 'own' }],
  warmup: ({ long, short, smoothing }) => [Math.max(long, short) + smoothing - 1],
  create: ({ long, short, smoothing }, out) => {
    const longPast = new DelayLine(long);
    const shortPast = new DelayLine(short);
    const average = createWma(smoothing);
    return {
      parts: { longPast, shortPast, average },
      push: ({ close }) => {
        const sum = rateOfChange(close, longPast.next(close)) + rateOfChange(close, shortPast.next(close));
        if (!Number.isNaN(sum)) out[0] = average.next(sum);
      },
      fold: ({ close, length }, [value]) => {
        const first = Math.max(long, short);
        for (let i = first; i < length; i++) {
          value![i] = rateOfChange(close[i]!, close[i - long]!) + rateOfChange(close[i]!, close[i - short]!);
        }
        foldFrom(average, first, value!, value!);
      },
    };
  },
});
