import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { foldFrom, foldRangeFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';
import { createEma } from './ema.ts';
import { percentOfRange } from './stochastic.ts';

const SMOOTHING = 3;

/**
 * Place of the line EMA(fast) - EMA(slow) in its own range of `cycle` bars, averaged over three: the form with a single pass. Both averages
 * are seeded with the mean of their first values.
 */
export const schaffTrendCycle = defineIndicator({
  id: 'schaff-trend-cycle',
  title: 'Schaff trend cycle',
  summary: 'Where the MACD line lies in its own range of the last bars, from 0 to 100.',
  source: 'Schaff, Schaff Trend Cycle (1999); Stock.Indicators ToStc (single pass)',
  inputs: ['close'],
  params: z
    .strictObject({ cycle: periodParam(10), fast: periodParam(23), slow: periodParam(50, { min: 2 }) })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [{ name: 'value', title: 'STC', unit: 'percent', pane: 'own' }],
  warmup: ({ cycle, slow }) => [slow + cycle + SMOOTHING - 3],
  create: ({ cycle, fast, slow }, out) => {
    const quick = createEma(fast);
    const calm = createEma(slow);
    const range = new RollingRange(cycle);
    const average = new WindowSum(SMOOTHING, SMOOTHING);
    return {
      parts: { quick, calm, range, average },
      push: ({ close }) => {
        const line = quick.next(close) - calm.next(close);
        if (!calm.ready) return;
        range.add(line, line);
        if (range.ready) out[0] = average.next(percentOfRange(line, range.lowest, range.highest));
      },
      fold: ({ close, length }, [value]) => {
        const lines = stretchBuffer(length);
        const bottoms = stretchBuffer(length);
        eachStretch(0, length, (from, to) => {
          const size = to - from;
          const line = lines.subarray(0, size);
          const stretch = value!.subarray(from, to);
          quick.fold(close.subarray(from, to), line);
          calm.fold(close.subarray(from, to), stretch);
          for (let j = 0; j < size; j++) line[j] = line[j]! - stretch[j]!;
          foldRangeFrom(range, slow - 1 - from, line, stretch, bottoms.subarray(0, size));
          for (let j = 0; j < size; j++) stretch[j] = percentOfRange(line[j]!, bottoms[j]!, stretch[j]!);
          foldFrom(average, slow + cycle - 2 - from, stretch, stretch);
        });
      },
    };
  },
});
