import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { createEma } from './ema.ts';

/**
 * 100 E(E(C - M)) / (½ E(E(HH - LL))), M the middle of the range of the last n bars, 0 where nothing moved. All averages, the signal too,
 * begin at their first value.
 */
export const stochasticMomentumIndex = defineIndicator({
  id: 'stochastic-momentum-index',
  title: 'Stochastic momentum index',
  summary: 'Twice smoothed distance of the close from the middle of its range, from -100 to 100.',
  source: 'Blau, Stochastic Momentum, Stocks & Commodities 11:1 (1993); Stock.Indicators ToSmi',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({
    period: periodParam(13),
    smooth1: periodParam(25),
    smooth2: periodParam(2),
    signal: periodParam(3),
  }),
  outputs: [
    { name: 'smi', title: 'SMI', unit: 'percent', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ period }) => [period - 1, period - 1],
  create: ({ period, smooth1, smooth2, signal }, out) => {
    const extremes = new RollingRange(period);
    const distance = createEma(smooth1, 'first');
    const distanceAgain = createEma(smooth2, 'first');
    const range = createEma(smooth1, 'first');
    const rangeAgain = createEma(smooth2, 'first');
    const average = createEma(signal, 'first');
    return {
      parts: { extremes, distance, distanceAgain, range, rangeAgain, average },
      push: ({ high, low, close }) => {
        extremes.add(high, low);
        if (!extremes.ready) return;
        const top = extremes.highest;
        const bottom = extremes.lowest;
        const moved = distanceAgain.next(distance.next(close - (top + bottom) / 2));
        const value = index(moved, rangeAgain.next(range.next(top - bottom)));
        out[0] = value;
        out[1] = average.next(value);
      },
      fold: ({ high, low, close, length }, [values, signals]) => {
        extremes.fold(high, low, values!, signals!);
        for (let i = 0; i < length; i++) {
          const top = values![i]!;
          const bottom = signals![i]!;
          values![i] = close[i]! - (top + bottom) / 2;
          signals![i] = top - bottom;
        }
        const first = period - 1;
        foldFrom(distance, first, values!, values!);
        foldFrom(distanceAgain, first, values!, values!);
        foldFrom(range, first, signals!, signals!);
        foldFrom(rangeAgain, first, signals!, signals!);
        for (let i = 0; i < length; i++) values![i] = index(values![i]!, signals![i]!);
        foldFrom(average, first, values!, signals!);
      },
    };
  },
});

function index(distance: number, range: number): number {
  return range === 0 ? 0 : (100 * distance) / (0.5 * range);
}
