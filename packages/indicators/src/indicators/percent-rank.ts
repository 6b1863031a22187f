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
  // Adding the outcome spares a branch that nobody could predict; four at a time, so that they need not wait for each other.
  const endOfFours = from + (period & ~3);
  let below = 0;
  let i = from;
  for (; i < endOfFours; i += 4) {
    below +=
      Number(values[i]! < last) +
      Number(values[i + 1]! < last) +
      Number(values[i + 2]! < last) +
      Number(values[i + 3]! < last);
  }
  for (; i < end; i++) below += Number(values[i]! < last);
  return (100 * below) / period;
}
