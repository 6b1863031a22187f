import { z } from 'zod';
import { createCascade } from '../cascade-convention.ts';
import { defineIndicator } from '../define-indicator.ts';
import { GapAwareSum } from '../gap-aware-sum.ts';
import { periodParam } from '../period.ts';

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
      fold: ({ high, low }, [value]) => {
        for (let i = 0; i < high.length; i++) value![i] = next(high[i]! - low[i]!);
      },
    };
  },
});
