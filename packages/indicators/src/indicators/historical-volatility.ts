import { z } from 'zod';
import { NO_LOGARITHM, periodsPerYearParam } from '../annualised.ts';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { GapAwareVariance } from '../gap-aware-variance.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';

/** √periodsPerYear × standard deviation (n - 1) of the last n log returns of the close, as a fraction; available from index n. */
export const historicalVolatility = defineIndicator({
  id: 'historical-volatility',
  title: 'Historical volatility',
  summary: 'Annualised standard deviation of the last n log returns.',
  source: 'Hull, Options, Futures and Other Derivatives, chapter "Estimating volatility from historical data"',
  inputs: ['close'],
  logarithmOf: ['close'],
  params: z.strictObject({ period: periodParam(20, { min: 2 }), periodsPerYear: periodsPerYearParam() }),
  outputs: [{ name: 'value', title: 'HV', unit: 'ratio', pane: 'own', mayBeMissing: NO_LOGARITHM }],
  warmup: ({ period }) => [period],
  create: ({ period, periodsPerYear }, out) => {
    const variance = new GapAwareVariance(period);
    const before = new FloatState('a close before', [Number.NaN]);
    return {
      parts: { variance, before },
      push: ({ close }) => {
        const closeBefore = before.slots[0]!;
        before.slots[0] = close;
        if (Number.isNaN(closeBefore)) return;
        out[0] = Math.sqrt(periodsPerYear * variance.next(Math.log(close / closeBefore)));
      },
      fold: ({ close, length }, [value]) => {
        if (length === 0) return;
        value![0] = Number.NaN;
        eachStretch(1, length, (from, to) => {
          const stretch = value!.subarray(from, to);
          for (let i = from; i < to; i++) stretch[i - from] = Math.log(close[i]! / close[i - 1]!);
          variance.fold(stretch, stretch);
          for (let j = 0; j < stretch.length; j++) stretch[j] = Math.sqrt(periodsPerYear * stretch[j]!);
        });
      },
    };
  },
});
