import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';
import { createSma } from './sma.ts';

/** x[⌊n/2⌋ + 1] - SMA(n): today's mean taken from an earlier close. Charts usually draw the value back there, which looks ahead. */
export const dpo = defineIndicator({
  id: 'dpo',
  title: 'Detrended price oscillator',
  summary: 'Close of half a period ago less the mean of the period.',
  source: 'Murphy, Technical Analysis of the Financial Markets (1999), in its causal form',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'DPO', unit: 'price', pane: 'own' }],
  warmup: ({ period }) => [Math.max(period - 1, lagOf(period))],
  create: ({ period }, out) => {
    const lag = lagOf(period);
    const past = new DelayLine(lag);
    const average = createSma(period);
    return {
      parts: { past, average },
      push: ({ close }) => {
        out[0] = past.next(close) - average.next(close);
      },
      fold: ({ close, length }, [value]) => {
        average.fold(close, value!);
        value!.fill(Number.NaN, 0, Math.min(lag, length));
        for (let i = lag; i < length; i++) value![i] = close[i - lag]! - value![i]!;
      },
    };
  },
});

function lagOf(period: number): number {
  return Math.floor(period / 2) + 1;
}
