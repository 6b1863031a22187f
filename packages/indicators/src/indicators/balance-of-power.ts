import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';

/** (C - O) / (H - L), 0 where high and low are equal. */
export const balanceOfPower = defineIndicator({
  id: 'balance-of-power',
  title: 'Balance of power',
  summary: "Share of the bar's range that lies between its open and its close, from -1 to 1.",
  source: 'Livshin, Balance of Market Power, Stocks & Commodities 19:8 (2001); TA-Lib BOP',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'BOP', unit: 'ratio', pane: 'own' }],
  warmup: () => [0],
  create: (_, out) => ({
    parts: {},
    push: ({ open, high, low, close }) => {
      out[0] = balance(open, high, low, close);
    },
    fold: ({ open, high, low, close }, [value]) => {
      for (let i = 0; i < close.length; i++) value![i] = balance(open[i]!, high[i]!, low[i]!, close[i]!);
    },
  }),
});

function balance(open: number, high: number, low: number, close: number): number {
  const range = high - low;
  return range === 0 ? 0 : (close - open) / range;
}
