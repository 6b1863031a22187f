import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';
import { type AtrKernel, createAtr } from './atr.ts';
import { createEma } from './ema.ts';

/** middle = EMA(close, n); upper, lower = middle ± multiplier × ATR(m). All begin once both averages have a value, at index max(n - 1, m). */
export const keltner = defineIndicator({
  id: 'keltner',
  title: 'Keltner channel',
  summary: 'Exponential average of the close, with bands a multiple of the average true range away.',
  source: 'Keltner, How to Make Money in Commodities (1960), in the form of Linda Raschke; Stock.Indicators',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({
    period: periodParam(20),
    multiplier: z.number().positive().max(1000).default(2).meta({ unit: 'average true ranges' }),
    atrPeriod: periodParam(10),
  }),
  outputs: [
    { name: 'upper', title: 'Upper band', unit: 'price', pane: 'price' },
    { name: 'middle', title: 'Middle band', unit: 'price', pane: 'price' },
    { name: 'lower', title: 'Lower band', unit: 'price', pane: 'price' },
  ],
  warmup: ({ period, atrPeriod }) => {
    const first = Math.max(period - 1, atrPeriod);
    return [first, first, first];
  },
  create: ({ period, multiplier, atrPeriod }, out) => {
    const average: ColumnKernel = createEma(period);
    const range: AtrKernel = createAtr(atrPeriod);
    return {
      parts: { average, range },
      push: ({ high, low, close }) => {
        const mean = average.next(close);
        const reach = multiplier * range.next(high, low, close);
        out[0] = mean + reach;
        // Missing while either is: so are the bands.
        out[1] = range.ready ? mean : Number.NaN;
        out[2] = mean - reach;
      },
      fold: ({ high, low, close }, [upper, middle, lower]) => {
        eachStretch(0, close.length, (from, to) => {
          const ranges = upper!.subarray(from, to);
          const means = middle!.subarray(from, to);
          const lows = lower!.subarray(from, to);
          range.fold(high.subarray(from, to), low.subarray(from, to), close.subarray(from, to), ranges);
          average.fold(close.subarray(from, to), means);
          for (let j = 0; j < means.length; j++) {
            const mean = means[j]!;
            const reach = multiplier * ranges[j]!;
            ranges[j] = mean + reach;
            lows[j] = mean - reach;
          }
        });
        middle!.fill(Number.NaN, 0, atrPeriod);
      },
    };
  },
});
