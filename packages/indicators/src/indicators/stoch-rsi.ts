import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { foldFrom, foldRangeFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';
import { createRsi } from './rsi.ts';
import { percentOfRange } from './stochastic.ts';

/** The stochastic oscillator of the RSI: its place in its own range of the last `stoch` values, smoothed once (K) and twice (D). */
export const stochRsi = defineIndicator({
  id: 'stoch-rsi',
  title: 'Stochastic RSI',
  summary: 'Where the relative strength index lies in its own range of the last bars, from 0 to 100.',
  source: 'Chande & Kroll, The New Technical Trader (1994); Pine; Stock.Indicators ToStochRsi',
  inputs: ['close'],
  params: z.strictObject({ rsi: periodParam(14), stoch: periodParam(14), k: periodParam(3), d: periodParam(3) }),
  outputs: [
    { name: 'k', title: '%K', unit: 'percent', pane: 'own' },
    { name: 'd', title: '%D', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ rsi, stoch, k, d }) => [rsi + stoch + k - 2, rsi + stoch + k + d - 3],
  create: ({ rsi, stoch, k, d }, out) => {
    const strength = createRsi(rsi);
    const range = new RollingRange(stoch);
    const kAverage = new WindowSum(k, k);
    const dAverage = new WindowSum(d, d);
    return {
      parts: { strength, range, kAverage, dAverage },
      push: ({ close }) => {
        const value = strength.next(close);
        if (!strength.ready) return;
        range.add(value, value);
        if (!range.ready) return;
        const line = kAverage.next(placeOf(value, range.lowest, range.highest));
        out[0] = line;
        if (kAverage.ready) out[1] = dAverage.next(line);
      },
      fold: ({ close }, [ks, ds]) => {
        const strengths = stretchBuffer(close.length);
        eachStretch(0, close.length, (from, to) => {
          const values = strengths.subarray(0, to - from);
          const tops = ks!.subarray(from, to);
          const bottoms = ds!.subarray(from, to);
          strength.fold(close.subarray(from, to), values);
          foldRangeFrom(range, rsi - from, values, tops, bottoms);
          for (let j = 0; j < values.length; j++) tops[j] = placeOf(values[j]!, bottoms[j]!, tops[j]!);
          foldFrom(kAverage, rsi + stoch - 1 - from, tops, tops);
          foldFrom(dAverage, rsi + stoch + k - 2 - from, tops, bottoms);
        });
      },
    };
  },
});

// Above the rounding of an RSI that stands still, far below any that moves, in percent points.
const ROUNDING = 1e-10;

// While the close does not move, neither does its RSI but for the last digits: their range is none.
function placeOf(value: number, low: number, high: number): number {
  return high - low <= ROUNDING ? 0 : percentOfRange(value, low, high);
}
