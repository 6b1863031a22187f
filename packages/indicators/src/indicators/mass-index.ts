import { z } from 'zod';
import { createCascade } from '../cascade-convention.ts';
import { defineIndicator } from '../define-indicator.ts';
import { smooth } from '../exponential-kernel.ts';
import { GapAwareSum } from '../gap-aware-sum.ts';
import { periodParam } from '../period.ts';
import { eachStretch } from '../stretches.ts';

/** Σ over n bars of EMA(H - L) / EMA(EMA(H - L)), averages over m bars seeded with their first mean; available from index 2(m - 1) + n - 1. */
export const massIndex = defineIndicator({
  id: 'mass-index',
  title: 'Mass index',
  summary: 'Sum of how much the average range exceeds its own average: a bulge and fall warns of a reversal.',
  source: 'Dorsey, The Mass Index, Stocks & Commodities 10:6 (1992)',
  inputs: ['high', 'low'],
  params: z.strictObject({ period: periodParam(25), emaPeriod: periodParam(9) }),
  outputs: [
    { name: 'value', title: 'Mass', unit: 'ratio', pane: 'own', mayBeMissing: 'no ratio while no bar has a range' },
  ],
  warmup: ({ period, emaPeriod }) => [2 * (emaPeriod - 1) + period - 1],
  create: ({ period, emaPeriod }, out) => {
    const ranges = createCascade(emaPeriod, 2, 'talib');
    const sum = new GapAwareSum(period);
    const next = (range: number): number =>
      ranges.add(range) ? sum.next(ranges.average(0) / ranges.average(1)) : Number.NaN;
    return {
      parts: { ranges, sum },
      push: ({ high, low }) => {
        out[0] = next(high - low);
      },
      fold: ({ high, low, length }, [value]) => {
        let first = 0;
        for (; first < length && !ranges.ready; first++) value![first] = next(high[first]! - low[first]!);
        const { weight } = ranges;
        eachStretch(first, length, (from, to) => {
          const ratios = value!.subarray(from, to);
          let inner = ranges.average(0);
          let outer = ranges.average(1);
          for (let i = from; i < to; i++) {
            inner = smooth(inner, high[i]! - low[i]!, weight);
            outer = smooth(outer, inner, weight);
            ratios[i - from] = inner / outer;
          }
          ranges.setAverage(0, inner);
          ranges.setAverage(1, outer);
          sum.fold(ratios, ratios);
        });
      },
    };
  },
});
