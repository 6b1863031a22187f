import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSumPair } from '../window-sum-pair.ts';
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
      short: new WindowSumPair(short),
      middle: new WindowSumPair(middle),
      long: new WindowSumPair(long),
    };
    return {
      parts,
      push: ({ high, low, close }) => {
        const closeBefore = slots[0]!;
        slots[0] = close;
        if (Number.isNaN(closeBefore)) return;
        const pressure = close - Math.min(low, closeBefore);
        const range = trueRangeOf(high, low, closeBefore);
        parts.short.add(pressure, range);
        parts.middle.add(pressure, range);
        parts.long.add(pressure, range);
        const a = share(parts.short.first, parts.short.second);
        const b = share(parts.middle.first, parts.middle.second);
        const c = share(parts.long.first, parts.long.second);
        out[0] = (100 * (4 * a + 2 * b + c)) / 7;
      },
      fold: ({ high, low, close, length }, [value]) => {
        if (length === 0) return;
        value![0] = Number.NaN;
        const room = Array.from({ length: 8 }, () => stretchBuffer(length));
        eachStretch(1, length, (from, to) => {
          const [pressures, ranges, a, b, c, wholeA, wholeB, wholeC] = room.map((buffer) =>
            buffer.subarray(0, to - from),
          );
          for (let i = from; i < to; i++) {
            pressures![i - from] = close[i]! - Math.min(low[i]!, close[i - 1]!);
            ranges![i - from] = trueRangeOf(high[i]!, low[i]!, close[i - 1]!);
          }
          parts.short.fold(pressures!, ranges!, a!, wholeA!);
          parts.middle.fold(pressures!, ranges!, b!, wholeB!);
          parts.long.fold(pressures!, ranges!, c!, wholeC!);
          for (let i = from; i < to; i++) {
            const j = i - from;
            const shares = 4 * share(a![j]!, wholeA![j]!) + 2 * share(b![j]!, wholeB![j]!) + share(c![j]!, wholeC![j]!);
            value![i] = (100 * shares) / 7;
          }
        });
      },
    };
  },
});

function share(pressure: number, range: number): number {
  return range === 0 ? 0 : pressure / range;
}
