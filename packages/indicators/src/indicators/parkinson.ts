import { z } from 'zod';
import { NO_LOGARITHM, periodsPerYearParam } from '../annualised.ts';
import { defineIndicator } from '../define-indicator.ts';
import { createMeanVariance } from '../mean-variance.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';

/** √(periodsPerYear × mean of ln(H/L)² / (4 ln 2)) over n bars, as a fraction; available from index n - 1. */
export const parkinson = defineIndicator({
  id: 'parkinson',
  title: 'Parkinson volatility',
  summary: 'Annualised volatility from the highs and lows of n bars; assumes no drift and no gaps.',
  source: 'Parkinson, Journal of Business 53:1 (1980)',
  inputs: ['high', 'low'],
  logarithmOf: ['high', 'low'],
  params: z.strictObject({ period: periodParam(20), periodsPerYear: periodsPerYearParam() }),
  outputs: [{ name: 'value', title: 'Parkinson', unit: 'ratio', pane: 'own', mayBeMissing: NO_LOGARITHM }],
  warmup: ({ period }) => [period - 1],
  create: ({ period, periodsPerYear }, out) => {
    const volatility = createMeanVariance(period, periodsPerYear);
    return {
      parts: { volatility },
      push: ({ high, low }) => {
        out[0] = volatility.next(parkinsonVariance(high, low));
      },
      fold: ({ high, low, length }, [value]) => {
        eachStretch(0, length, (from, to) => {
          const stretch = value!.subarray(from, to);
          for (let j = 0; j < stretch.length; j++) stretch[j] = parkinsonVariance(high[from + j]!, low[from + j]!);
          volatility.fold(stretch, stretch);
        });
      },
    };
  },
});

/** Returns one bar's estimate of the variance of its log return: ln(H/L)² / (4 ln 2). NaN unless both are above zero. */
export function parkinsonVariance(high: number, low: number): number {
  if (!(low > 0)) return Number.NaN;
  const range = Math.log(high / low);
  return (range * range) / (4 * Math.LN2);
}
