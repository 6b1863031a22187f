import type { BarSeries } from '@candor/domain/bar';
import { z } from 'zod';
import { chosen } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { smooth } from '../exponential-kernel.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { createEma } from './ema.ts';

/**
 * Trend is the sign of H + L + C against the bar before (ties fall), reach is H - L, and the measurement cm sums the reach of a trend,
 * beginning with the bar before it. Volume force V |2 (reach / cm - 1)| × trend × 100 exists from the third bar on; its averages, and the
 * signal, are seeded with the mean of their first values.
 */
export const klinger = defineIndicator({
  id: 'klinger',
  title: 'Klinger oscillator',
  summary: 'Fast minus slow exponential average of volume force, with its own average as the signal.',
  source: 'Klinger, Stocks & Commodities 15:12 (1997); Stock.Indicators GetKvo',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z
    .strictObject({ fast: periodParam(34), slow: periodParam(55, { min: 2 }), signal: periodParam(13) })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [
    { name: 'oscillator', title: 'Klinger', unit: 'volume', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'volume', pane: 'own' },
  ],
  warmup: ({ slow, signal }) => [slow + 1, slow + signal],
  create: (periods, out) => {
    const force = new ForceMachine();
    const fast = createEma(periods.fast);
    const slow = createEma(periods.slow);
    const signal = createEma(periods.signal);
    const walk = (forces: Float64Array, line: Float64Array, signals: Float64Array): void => {
      let i = 0;
      for (; i < forces.length && !signal.ready; i++) {
        line[i] = Number.isNaN(forces[i]!) ? Number.NaN : fast.next(forces[i]!) - slow.next(forces[i]!);
        signals[i] = slow.ready ? signal.next(line[i]!) : Number.NaN;
      }
      // From where all have begun, in one walk: each waits for its own last value only, so that three take the time of one.
      let quick = fast.average;
      let calm = slow.average;
      let signalled = signal.average;
      for (; i < forces.length; i++) {
        quick = smooth(quick, forces[i]!, fast.weight);
        calm = smooth(calm, forces[i]!, slow.weight);
        line[i] = quick - calm;
        signalled = smooth(signalled, quick - calm, signal.weight);
        signals[i] = signalled;
      }
      fast.average = quick;
      slow.average = calm;
      signal.average = signalled;
    };
    return {
      parts: { force: force.memory, fast, slow, signal },
      push: (view) => {
        const value = force.next(view);
        if (Number.isNaN(value)) return;
        out[0] = fast.next(value) - slow.next(value);
        if (slow.ready) out[1] = signal.next(out[0]);
      },
      fold: (series, [oscillator, signals]) => {
        const forces = stretchBuffer(series.length);
        eachStretch(0, series.length, (from, to) => {
          force.fold(series, from, to, forces);
          walk(forces.subarray(0, to - from), oscillator!.subarray(from, to), signals!.subarray(from, to));
        });
      },
    };
  },
});

type TradedBar = Readonly<Record<'high' | 'low' | 'close' | 'volume', number>>;

class ForceMachine {
  /** Sum H + L + C, reach and trend of the bar before, the measurement, and the number of bars seen, up to two. */
  readonly memory = new FloatState('a volume force', [0, 0, 0, 0, 0]);

  /** Takes a bar and returns its volume force; NaN for the first two. Handed over whole: four numbers would each be put into a box on the way. */
  next({ high, low, close, volume }: TradedBar): number {
    const { slots } = this.memory;
    const sum = high + low + close;
    const reach = high - low;
    const seen = slots[4]!;
    const trend = trendOf(sum, slots[0]!);
    const measure = seen < 2 ? 0 : measured(reach, trend === slots[2], slots[3]!, slots[1]!);
    slots[0] = sum;
    slots[1] = reach;
    slots[2] = trend;
    slots[3] = measure;
    if (seen === 2) return forceOf(reach, measure, volume, trend);
    slots[4] = seen + 1;
    return Number.NaN;
  }

  /** Walks the bars [from, to) and writes their forces to `out`, from its start on: the fold of `next`, bit for bit. */
  fold({ high, low, close, volume }: BarSeries, from: number, to: number, out: Float64Array): void {
    const { slots } = this.memory;
    let i = from;
    for (; i < to && slots[4]! < 2; i++) {
      out[i - from] = this.next({ high: high[i]!, low: low[i]!, close: close[i]!, volume: volume[i]! });
    }
    let sumBefore = slots[0]!;
    let reachBefore = slots[1]!;
    let trendBefore = slots[2]!;
    let measure = slots[3]!;
    for (; i < to; i++) {
      const sum = high[i]! + low[i]! + close[i]!;
      const reach = high[i]! - low[i]!;
      const trend = trendOf(sum, sumBefore);
      measure = measured(reach, trend === trendBefore, measure, reachBefore);
      out[i - from] = forceOf(reach, measure, volume[i]!, trend);
      sumBefore = sum;
      reachBefore = reach;
      trendBefore = trend;
    }
    slots[0] = sumBefore;
    slots[1] = reachBefore;
    slots[2] = trendBefore;
    slots[3] = measure;
  }
}

function trendOf(sum: number, before: number): number {
  return 2 * Number(sum > before) - 1;
}

function measured(reach: number, persists: boolean, measure: number, reachBefore: number): number {
  return reach + chosen(persists, measure, reachBefore);
}

function forceOf(reach: number, measure: number, volume: number, trend: number): number {
  if (reach === measure || volume === 0) return 0;
  return volume * Math.abs(2 * (reach / measure - 1)) * trend * 100;
}
