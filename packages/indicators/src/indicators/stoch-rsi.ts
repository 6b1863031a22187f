import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { RollingExtreme } from '../rolling-extremes.ts';
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
    const highest = new RollingExtreme(stoch, 'highest');
    const lowest = new RollingExtreme(stoch, 'lowest');
    const kAverage = new WindowSum(k, k);
    const dAverage = new WindowSum(d, d);
    return {
      parts: { strength, highest, lowest, kAverage, dAverage },
      push: ({ close }) => {
        const value = strength.next(close);
        if (!strength.ready) return;
        const top = highest.next(value);
        const bottom = lowest.next(value);
        if (!highest.ready) return;
        const line = kAverage.next(percentOfRange(value, bottom, top));
        out[0] = line;
        if (kAverage.ready) out[1] = dAverage.next(line);
      },
      fold: ({ close }, [ks, ds]) => {
        const values = new Float64Array(close.length);
        strength.fold(close, values);
        foldFrom(highest, rsi, values, ks!);
        foldFrom(lowest, rsi, values, ds!);
        for (let i = 0; i < close.length; i++) ks![i] = percentOfRange(values[i]!, ds![i]!, ks![i]!);
        foldFrom(kAverage, rsi + stoch - 1, ks!, ks!);
        foldFrom(dAverage, rsi + stoch + k - 2, ks!, ds!);
      },
    };
  },
});
