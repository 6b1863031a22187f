import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';
import { trueRangeOf } from './true-range.ts';

const FLAT = 'no ratio to a movement of zero';

/** Σ|H - L1| / ΣTR and Σ|L - H1| / ΣTR over the last n bars. */
export const vortex = defineIndicator({
  id: 'vortex',
  title: 'Vortex',
  summary: 'Upward and downward movement from bar to bar, as shares of the true range.',
  source: 'Botes & Siepman, The Vortex Indicator, Stocks & Commodities 28:1 (2010)',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [
    { name: 'plus', title: 'VI+', unit: 'ratio', pane: 'own', mayBeMissing: FLAT },
    { name: 'minus', title: 'VI-', unit: 'ratio', pane: 'own', mayBeMissing: FLAT },
  ],
  warmup: ({ period }) => [period, period],
  create: ({ period }, out) => {
    const before = new FloatState('a vortex', [Number.NaN, Number.NaN, Number.NaN]);
    const { slots } = before;
    const rise = new WindowSum(period);
    const fall = new WindowSum(period);
    const range = new WindowSum(period);
    return {
      parts: { before, rise, fall, range },
      push: ({ high, low, close }) => {
        const highBefore = slots[0]!;
        const lowBefore = slots[1]!;
        const closeBefore = slots[2]!;
        slots[0] = high;
        slots[1] = low;
        slots[2] = close;
        if (Number.isNaN(highBefore)) return;
        const up = rise.next(Math.abs(high - lowBefore));
        const down = fall.next(Math.abs(low - highBefore));
        const whole = range.next(trueRangeOf(high, low, closeBefore));
        out[0] = shareOf(up, whole);
        out[1] = shareOf(down, whole);
      },
      fold: ({ high, low, close }, [plus, minus]) => {
        if (close.length > 0) plus![0] = minus![0] = Number.NaN;
        const ranges = stretchBuffer(close.length);
        eachStretch(1, close.length, (from, to) => {
          const up = plus!.subarray(from, to);
          const down = minus!.subarray(from, to);
          const whole = ranges.subarray(0, to - from);
          for (let i = from; i < to; i++) {
            const j = i - from;
            up[j] = Math.abs(high[i]! - low[i - 1]!);
            down[j] = Math.abs(low[i]! - high[i - 1]!);
            whole[j] = trueRangeOf(high[i]!, low[i]!, close[i - 1]!);
          }
          rise.fold(up, up);
          fall.fold(down, down);
          range.fold(whole, whole);
          for (let j = 0; j < whole.length; j++) {
            up[j] = shareOf(up[j]!, whole[j]!);
            down[j] = shareOf(down[j]!, whole[j]!);
          }
        });
      },
    };
  },
});

// The first bar of a standstill still has a distance to the ends of the bar before it, but no true range.
function shareOf(movement: number, range: number): number {
  return range === 0 ? Number.NaN : movement / range;
}
