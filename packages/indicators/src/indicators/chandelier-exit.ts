import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { createAtr } from './atr.ts';

/** long = highest high of n bars - multiplier × ATR(n); short = lowest low of n bars + multiplier × ATR(n); available from index n. */
export const chandelierExit = defineIndicator({
  id: 'chandelier-exit',
  title: 'Chandelier exit',
  summary: 'Trailing stops a multiple of the average true range below the highest high and above the lowest low.',
  source: 'LeBeau, in Elder, Come Into My Trading Room (2002); Stock.Indicators',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({
    period: periodParam(22),
    multiplier: z.number().positive().max(1000).default(3).meta({ unit: 'average true ranges' }),
  }),
  outputs: [
    { name: 'long', title: 'Stop of a long position', unit: 'price', pane: 'price' },
    { name: 'short', title: 'Stop of a short position', unit: 'price', pane: 'price' },
  ],
  warmup: ({ period }) => [period, period],
  create: ({ period, multiplier }, out) => {
    const extremes = new RollingRange(period);
    const range = createAtr(period);
    return {
      parts: { extremes, range },
      push: ({ high, low, close }) => {
        const reach = multiplier * range.next(high, low, close);
        extremes.add(high, low);
        out[0] = extremes.highest - reach;
        out[1] = extremes.lowest + reach;
      },
      fold: ({ high, low, close, length }, [long, short]) => {
        const ranges = stretchBuffer(length);
        eachStretch(0, length, (from, to) => {
          const longs = long!.subarray(from, to);
          const shorts = short!.subarray(from, to);
          range.fold(high.subarray(from, to), low.subarray(from, to), close.subarray(from, to), ranges);
          const highs = high.subarray(from, to);
          const lows = low.subarray(from, to);
          extremes.fold(highs, lows, longs, shorts);
          for (let j = 0; j < longs.length; j++) {
            const reach = multiplier * ranges[j]!;
            longs[j] = longs[j]! - reach;
            shorts[j] = shorts[j]! + reach;
          }
        });
      },
    };
  },
});
