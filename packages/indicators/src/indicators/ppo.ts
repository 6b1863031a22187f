import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam } from '../period.ts';
import { createEma } from './ema.ts';
import { createSma } from './sma.ts';

const PPO_AVERAGES = ['ema', 'sma'] as const;

/**
 * 100 (fast - slow) / slow, its average as the signal, and their difference. Every average has its own seed, the mean of its first
 * values. TA-Lib's PPO has no signal, and simple averages unless told otherwise: `average: 'sma'`.
 */
export const ppo = defineIndicator({
  id: 'ppo',
  title: 'Percentage price oscillator',
  summary: 'Fast minus slow average in percent of the slow one, with its exponential average as the signal.',
  source: 'Appel, Technical Analysis (2005); TA-Lib PPO (matype EMA; its default is SMA)',
  inputs: ['close'],
  params: z
    .strictObject({
      fast: periodParam(12),
      slow: periodParam(26, { min: 2 }),
      signal: periodParam(9),
      average: z.enum(PPO_AVERAGES).default('ema'),
    })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [
    { name: 'value', title: 'PPO', unit: 'percent', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'percent', pane: 'own' },
    { name: 'histogram', title: 'Histogram', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ slow, signal }) => [slow - 1, slow + signal - 2, slow + signal - 2],
  create: ({ fast, slow, signal, average }, out) => {
    const create = (period: number) => (average === 'sma' ? createSma(period) : createEma(period));
    const fastAverage = create(fast);
    const slowAverage = create(slow);
    // The mean of one value is that value to the last bit, which the recurrence of an exponential average would round.
    const signalAverage = signal === 1 ? createSma(1) : createEma(signal);
    const foldApart = (close: Float64Array, [values, signals, histograms]: readonly Float64Array[]): void => {
      fastAverage.fold(close, signals!);
      slowAverage.fold(close, values!);
      for (let i = 0; i < close.length; i++) values![i] = percentAbove(signals![i]!, values![i]!);
      const first = Math.min(slow - 1, close.length);
      signals!.fill(Number.NaN, 0, first);
      signalAverage.fold(values!.subarray(first), signals!.subarray(first));
      for (let i = 0; i < close.length; i++) histograms![i] = values![i]! - signals![i]!;
    };
    return {
      parts: { fast: fastAverage, slow: slowAverage, signal: signalAverage },
      push: ({ close }) => {
        const quick = fastAverage.next(close);
        const calm = slowAverage.next(close);
        if (!slowAverage.ready) return;
        const value = percentAbove(quick, calm);
        const line = signalAverage.next(value);
        out[0] = value;
        out[1] = line;
        out[2] = value - line;
      },
      fold: ({ close }, columns) => {
        if (
          fastAverage instanceof ExponentialKernel &&
          slowAverage instanceof ExponentialKernel &&
          signalAverage instanceof ExponentialKernel
        ) {
          const begun = Math.min(slow + signal - 1, close.length);
          foldApart(
            close.subarray(0, begun),
            columns.map((column) => column.subarray(0, begun)),
          );
          walkTogether(fastAverage, slowAverage, signalAverage, close, begun, columns);
        } else foldApart(close, columns);
      },
    };
  },
});

// Exponential averages wait for their own last value only: three in one walk take the time of one. From where each has begun.
function walkTogether(
  fastAverage: ExponentialKernel,
  slowAverage: ExponentialKernel,
  signalAverage: ExponentialKernel,
  close: Float64Array,
  from: number,
  columns: readonly Float64Array[],
): void {
  const [values, signals, histograms] = columns as [Float64Array, Float64Array, Float64Array];
  const fastWeight = fastAverage.weight;
  const slowWeight = slowAverage.weight;
  const signalWeight = signalAverage.weight;
  let fast = fastAverage.average;
  let slow = slowAverage.average;
  let signal = signalAverage.average;
  for (let i = from; i < close.length; i++) {
    fast = smooth(fast, close[i]!, fastWeight);
    slow = smooth(slow, close[i]!, slowWeight);
    const value = percentAbove(fast, slow);
    signal = smooth(signal, value, signalWeight);
    values[i] = value;
    signals[i] = signal;
    histograms[i] = value - signal;
  }
}

// An average of zero has nothing to be a percentage of; as in TA-Lib that reads 0.
function percentAbove(value: number, base: number): number {
  return base === 0 ? 0 : (100 * (value - base)) / base;
}
