import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { MirroredRing } from '../mirrored-ring.ts';
import { periodParam } from '../period.ts';

/** Percent of the n closes before that lie strictly below the close. */
export const percentRank = defineIndicator({
  id: 'percent-rank',
  title: 'Percent rank',
  summary: 'Percent of the n closes before that lie below the close.',
  source: 'Connors & Alvarez, An Introduction to ConnorsRSI (2012), of the close itself',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(100) }),
  outputs: [{ name: 'value', title: 'Percent rank', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    // One more, for the close itself.
    const window = new MirroredRing(period + 1);
    return {
      parts: { window },
      push: ({ close }) => {
        out[0] = rankOfLast(window.slots, window.add(close), period);
      },
      fold: ({ close }, [value]) => {
        value!.fill(Number.NaN, 0, Math.min(period, close.length));
        for (let i = period; i < close.length; i++) value![i] = rankOfLast(close, i - period, period);
      },
    };
  },
});

/** Returns the percent of the `period` values from slot `from` on that lie strictly below the one after them; NaN where the first is missing. */
export function rankOfLast(values: Float64Array, from: number, period: number): number {
  if (Number.isNaN(values[from]!)) return Number.NaN;
  const end = from + period;
  const last = values[end]!;
  // Adding the outcome spares a branch that nobody could predict; four apart, so that they need not wait for each other.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i + 3 < end; i += 4) {
    a += Number(values[i]! < last);
    b += Number(values[i + 1]! < last);
    c += Number(values[i + 2]! < last);
    d += Number(values[i + 3]! < last);
  }
  for (; i < end; i++) a += Number(values[i]! < last);
  return (100 * (a + b + c + d)) / period;
}
