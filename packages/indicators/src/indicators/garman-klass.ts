import { z } from 'zod';
import { NO_LOGARITHM, periodsPerYearParam } from '../annualised.ts';
import { defineIndicator } from '../define-indicator.ts';
import { createMeanVariance } from '../mean-variance.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';

/** √(periodsPerYear × mean of ½ ln(H/L)² - (2 ln 2 - 1) ln(C/O)²) over n bars, as a fraction; available from index n - 1. */
export const garmanKlass = defineIndicator({
  id: 'garman-klass',
  title: 'Garman-Klass volatility',
  summary: 'Annualised volatility from open, high, low and close of n bars; assumes no drift and no gaps.',
  source: 'Garman & Klass, Journal of Business 53:1 (1980)',
  inputs: ['open', 'high', 'low', 'close'],
  logarithmOf: ['open', 'high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(20), periodsPerYear: periodsPerYearParam() }),
  outputs: [{ name: 'value', title: 'Garman-Klass', unit: 'ratio', pane: 'own', mayBeMissing: NO_LOGARITHM }],
  warmup: ({ period }) => [period - 1],
  create: ({ period, periodsPerYear }, out) => {
    const volatility = createMeanVariance(period, periodsPerYear);
    return {
      parts: { volatility },
      push: ({ open, high, low, close }) => {
        out[0] = volatility.next(garmanKlassVariance(open, high, low, close));
      },
      fold: ({ open, high, low, close, length }, [value]) => {
        eachStretch(0, length, (from, to) => {
          const stretch = value!.subarray(from, to);
          for (let i = from; i < to; i++) {
            stretch[i - from] = garmanKlassVariance(open[i]!, high[i]!, low[i]!, close[i]!);
          }
          volatility.fold(stretch, stretch);
        });
      },
    };
  },
});

/** Returns one bar's estimate of the variance of its log return: ½ ln(H/L)² - (2 ln 2 - 1) ln(C/O)². NaN unless all are above zero. */
export function garmanKlassVariance(open: number, high: number, low: number, close: number): number {
  if (!(low > 0 && open > 0 && close > 0)) return Number.NaN;
  const range = Math.log(high / low);
  const change = Math.log(close / open);
  return 0.5 * range * range - (2 * Math.LN2 - 1) * change * change;
}
