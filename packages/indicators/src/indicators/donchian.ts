import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch } from '../stretches.ts';

/**
 * upper = highest high, lower = lowest low, middle = their mean, over n bars. `tradingview` counts the present bar, so that price is never
 * outside; `stock-indicators` ends with the bar before, so that price can break out. Available from index n - 1 or n.
 */
export const donchian = defineIndicator({
  id: 'donchian',
  title: 'Donchian channel',
  summary: 'Highest high and lowest low of n bars, with the present one or, to trade breakouts, without it.',
  source:
    'Donchian, Futures 3 (1974); TradingView (tradingview); Stock.Indicators (stock-indicators: without this bar)',
  inputs: ['high', 'low'],
  params: z.strictObject({
    period: periodParam(20),
    convention: z.enum(['tradingview', 'stock-indicators']).default('tradingview'),
  }),
  outputs: [
    { name: 'upper', title: 'Upper band', unit: 'price', pane: 'price' },
    { name: 'middle', title: 'Middle band', unit: 'price', pane: 'price' },
    { name: 'lower', title: 'Lower band', unit: 'price', pane: 'price' },
  ],
  warmup: ({ period, convention }) => {
    const first = convention === 'tradingview' ? period - 1 : period;
    return [first, first, first];
  },
  create: ({ period, convention }, out) => {
    const lag = convention === 'tradingview' ? 0 : 1;
    const range = new RollingRange(period);
    const upperPast = new DelayLine(lag);
    const lowerPast = new DelayLine(lag);
    return {
      parts: { range, upperPast, lowerPast },
      push: ({ high, low }) => {
        range.add(high, low);
        const upper = upperPast.next(range.highest);
        const lower = lowerPast.next(range.lowest);
        out[0] = upper;
        out[1] = (upper + lower) / 2;
        out[2] = lower;
      },
      fold: ({ high, low, length }, [upper, middle, lower]) => {
        const kept = Math.max(0, length - lag);
        upper!.fill(Number.NaN, 0, length - kept);
        lower!.fill(Number.NaN, 0, length - kept);
        middle!.fill(Number.NaN, 0, length - kept);
        eachStretch(0, kept, (from, to) => {
          const uppers = upper!.subarray(from + lag, to + lag);
          const lowers = lower!.subarray(from + lag, to + lag);
          const middles = middle!.subarray(from + lag, to + lag);
          const highs = high.subarray(from, to);
          const lows = low.subarray(from, to);
          range.fold(highs, lows, uppers, lowers);
          for (let j = 0; j < middles.length; j++) middles[j] = (uppers[j]! + lowers[j]!) / 2;
        });
      },
    };
  },
});
