import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { createEma } from './ema.ts';

const NOTHING_TRADED = 'no percentage of nothing while no bar has traded';

/** 100 (fast - slow) / slow on volume, its average as the signal, and their difference. Every average is seeded with the mean of its first values. */
export const pvo = defineIndicator({
  id: 'pvo',
  title: 'Percentage volume oscillator',
  summary: 'Fast minus slow average of volume in percent of the slow one, with its exponential average as the signal.',
  source: 'https://chartschool.stockcharts.com (Percentage Volume Oscillator); Stock.Indicators GetPvo',
  inputs: ['volume'],
  params: z
    .strictObject({ fast: periodParam(12), slow: periodParam(26, { min: 2 }), signal: periodParam(9) })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [
    { name: 'value', title: 'PVO', unit: 'percent', pane: 'own', mayBeMissing: NOTHING_TRADED },
    { name: 'signal', title: 'Signal', unit: 'percent', pane: 'own', mayBeMissing: NOTHING_TRADED },
    { name: 'histogram', title: 'Histogram', unit: 'percent', pane: 'own', mayBeMissing: NOTHING_TRADED },
  ],
  warmup: ({ slow, signal }) => [slow - 1, slow + signal - 2, slow + signal - 2],
  create: (periods, out) => {
    const fast = createEma(periods.fast);
    const slow = createEma(periods.slow);
    const signal = createEma(periods.signal);
    // The signal sees what there is to see: bars without a percentage leave it as it was.
    const follow = (value: number): number => (Number.isNaN(value) ? Number.NaN : signal.next(value));
    return {
      parts: { fast, slow, signal },
      push: ({ volume }) => {
        const value = percentAbove(fast.next(volume), slow.next(volume));
        const line = follow(value);
        out[0] = value;
        out[1] = line;
        out[2] = value - line;
      },
      fold: ({ volume }, [values, signals, histograms]) => {
        fast.fold(volume, signals!);
        slow.fold(volume, values!);
        let silent = false;
        for (let i = 0; i < volume.length; i++) {
          silent ||= values![i] === 0;
          values![i] = percentAbove(signals![i]!, values![i]!);
        }
        const first = Math.min(periods.slow - 1, volume.length);
        signals!.fill(Number.NaN, 0, first);
        if (silent) for (let i = first; i < volume.length; i++) signals![i] = follow(values![i]!);
        else signal.fold(values!.subarray(first), signals!.subarray(first));
        for (let i = 0; i < volume.length; i++) histograms![i] = values![i]! - signals![i]!;
      },
    };
  },
});

function percentAbove(value: number, base: number): number {
  return base === 0 ? Number.NaN : (100 * (value - base)) / base;
}
