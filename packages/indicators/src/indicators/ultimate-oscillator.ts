import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { WindowSum } from '../window-sum.ts';
import { trueRangeOf } from './true-range.ts';

/**
 * 100 (4 A + 2 B + C) / 7 of the shares ΣBP / ΣTR over three windows, BP = C - min(L, C1) being the buying pressure. A window in which
 * nothing moved counts 0, as in TA-Lib.
 */
export const ultimateOscillator = defineIndicator({
  id: 'ultimate-oscillator',
  title: 'Ultimate oscillator',
  summary: 'Share of buying pressure in the true range over three windows, the shortest weighing most, from 0 to 100.',
  source: 'Williams, The Ultimate Oscillator, Stocks & Commodities 3:4 (1985); TA-Lib ULTOSC',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ short: periodParam(7), middle: periodParam(14), long: periodParam(28) }),
  outputs: [{ name: 'value', title: 'UO', unit: 'percent', pane: 'own' }],
  warmup: ({ short, middle, long }) => [Math.max(short, middle, long)],
  create: ({ short, middle, long }, out) => {
    const before = new FloatState('an ultimate oscillator', [Number.NaN]);
    const { slots } = before;
    const parts = {
      before,
      shortPressure: new WindowSum(short),
      shortRange: new WindowSum(short),
      middlePressure: new WindowSum(middle),
      middleRange: new WindowSum(middle),
      longPressure: new WindowSum(long),
      longRange: new WindowSum(long),
    };
    const pairs = [
      [parts.shortPressure, parts.shortRange],
      [parts.middlePressure, parts.middleRange],
      [parts.longPressure, parts.longRange],
    ] as const;
    return {
      parts,
      push: ({ high, low, close }) => {
        const closeBefore = slots[0]!;
        slots[0] = close;
        if (Number.isNaN(closeBefore)) return;
        const pressure = close - Math.min(low, closeBefore);
        const range = trueRangeOf(high, low, closeBefore);
        const a = share(parts.shortPressure.next(pressure), parts.shortRange.next(range));
        const b = share(parts.middlePressure.next(pressure), parts.middleRange.next(range));
        const c = share(parts.longPressure.next(pressure), parts.longRange.next(range));
        out[0] = (100 * (4 * a + 2 * b + c)) / 7;
      },
      fold: ({ high, low, close, length }, [value]) => {
        const pressures = new Float64Array(length);
        const ranges = new Float64Array(length);
        for (let i = 1; i < length; i++) {
          pressures[i] = close[i]! - Math.min(low[i]!, close[i - 1]!);
          ranges[i] = trueRangeOf(high[i]!, low[i]!, close[i - 1]!);
        }
        const [a, b, c] = pairs.map(([pressure, range]) => {
          const sums = new Float64Array(length);
          const wholes = new Float64Array(length);
          foldFrom(pressure, 1, pressures, sums);
          foldFrom(range, 1, ranges, wholes);
          for (let i = 0; i < length; i++) sums[i] = share(sums[i]!, wholes[i]!);
          return sums;
        });
        for (let i = 0; i < length; i++) value![i] = (100 * (4 * a![i]! + 2 * b![i]! + c![i]!)) / 7;
      },
    };
  },
});

function share(pressure: number, range: number): number {
  return range === 0 ? 0 : pressure / range;
}
