import { z } from 'zod';
import { NO_LOGARITHM, periodsPerYearParam } from '../annualised.ts';
import { defineIndicator } from '../define-indicator.ts';
import { createMeanVariance } from '../mean-variance.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';

/** √(periodsPerYear × mean of ln(H/C) ln(H/O) + ln(L/C) ln(L/O)) over n bars, as a fraction; available from index n - 1. */
export const rogersSatchell = defineIndicator({
  id: 'rogers-satchell',
  title: 'Rogers-Satchell volatility',
  summary: 'Annualised volatility from open, high, low and close of n bars, whatever the drift; assumes no gaps.',
  source: 'Rogers & Satchell, Annals of Applied Probability 1:4 (1991)',
  inputs: ['open', 'high', 'low', 'close'],
  logarithmOf: ['open', 'high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(20), periodsPerYear: periodsPerYearParam() }),
  outputs: [{ name: 'value', title: 'Rogers-Satchell', unit: 'ratio', pane: 'own', mayBeMissing: NO_LOGARITHM }],
  warmup: ({ period }) => [period - 1],
  create: ({ period, periodsPerYear }, out) => {
    const volatility = createMeanVariance(period, periodsPerYear);
    return {
      parts: { volatility },
      push: ({ open, high, low, close }) => {
        out[0] = volatility.next(rogersSatchellVariance(open, high, low, close));
      },
      fold: ({ open, high, low, close, length }, [value]) => {
        eachStretch(0, length, (from, to) => {
          const stretch = value!.subarray(from, to);
          for (let i = from; i < to; i++) {
            stretch[i - from] = rogersSatchellVariance(open[i]!, high[i]!, low[i]!, close[i]!);
          }
          volatility.fold(stretch, stretch);
        });
      },
    };
  },
});

/** Returns one bar's estimate of the variance of its log return: u(u-c) + d(d-c) with u, d, c the logs of H/O, L/O, C/O. NaN unless all are above zero. */
export function rogersSatchellVariance(open: number, high: number, low: number, close: number): number {
  if (!(low > 0 && open > 0 && close > 0)) return Number.NaN;
  const up = Math.log(high / open);
  const down = Math.log(low / open);
  const change = Math.log(close / open);
  return up * (up - change) + down * (down - change);
}
