import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';

/** -100 (HH - C) / (HH - LL) over the last n bars, 0 where high and low are equal. */
export const williamsR = defineIndicator({
  id: 'williams-r',
  title: 'Williams %R',
  summary: 'How far below the highest high of the last n bars the close lies, from -100 to 0.',
  source: 'Williams, How I Made One Million Dollars (1973); TA-Lib WILLR',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [{ name: 'value', title: '%R', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const range = new RollingRange(period);
    return {
      parts: { range },
      push: ({ high, low, close }) => {
        range.add(high, low);
        out[0] = percentBelow(close, range.lowest, range.highest);
      },
      fold: ({ high, low, close }, [value]) => {
        const lows = stretchBuffer(close.length);
        eachStretch(0, close.length, (from, to) => {
          const tops = value!.subarray(from, to);
          const bottoms = lows.subarray(0, to - from);
          range.fold(high.subarray(from, to), low.subarray(from, to), tops, bottoms);
          for (let j = 0; j < tops.length; j++) tops[j] = percentBelow(close[from + j]!, bottoms[j]!, tops[j]!);
        });
      },
    };
  },
});

// From the close up, so that a close at the high gives 0 and not minus 0.
function percentBelow(close: number, low: number, high: number): number {
  return high === low ? 0 : (100 * (close - high)) / (high - low);
}
