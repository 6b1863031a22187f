import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';

/**
 * Close (o+h+l+c)/4; open the mean of the open and close of the averaged bar before, of the first bar (o+c)/2; high and low the extremes
 * of the bar's and of the averaged open and close. Nothing trades at these prices: no order is ever filled at them.
 */
export const heikinAshi = defineIndicator({
  id: 'heikin-ashi',
  title: 'Heikin-Ashi bars',
  summary: 'Averaged bars that show the trend; nothing trades at their prices.',
  source: 'Valcu, Using the Heikin-Ashi Technique, Stocks & Commodities 22:2 (2004)',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: [
    { name: 'open', title: 'HA open', unit: 'price', pane: 'price' },
    { name: 'high', title: 'HA high', unit: 'price', pane: 'price' },
    { name: 'low', title: 'HA low', unit: 'price', pane: 'price' },
    { name: 'close', title: 'HA close', unit: 'price', pane: 'price' },
  ],
  warmup: () => [0, 0, 0, 0],
  create: (_, out) => {
    // Open and close of the averaged bar before.
    const state = new FloatState('Heikin-Ashi bars', [Number.NaN, Number.NaN]);
    const before = state.slots;
    return {
      parts: { state },
      push: (bar) => {
        const close = (bar.open + bar.high + bar.low + bar.close) / 4;
        const open = openOf(before[0]!, before[1]!, bar.open, bar.close);
        before[0] = open;
        before[1] = close;
        out[0] = open;
        out[1] = Math.max(bar.high, Math.max(open, close));
        out[2] = Math.min(bar.low, Math.min(open, close));
        out[3] = close;
      },
      fold: (series, [opens, highs, lows, closes]) => {
        let open = Number.NaN;
        let close = Number.NaN;
        for (let i = 0; i < series.length; i++) {
          open = openOf(open, close, series.open[i]!, series.close[i]!);
          close = (series.open[i]! + series.high[i]! + series.low[i]! + series.close[i]!) / 4;
          opens![i] = open;
          highs![i] = Math.max(series.high[i]!, Math.max(open, close));
          lows![i] = Math.min(series.low[i]!, Math.min(open, close));
          closes![i] = close;
        }
      },
    };
  },
});

function openOf(openBefore: number, closeBefore: number, open: number, close: number): number {
  return Number.isNaN(openBefore) ? (open + close) / 2 : (openBefore + closeBefore) / 2;
}
