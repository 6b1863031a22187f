import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { eachStretch } from '../stretches.ts';

/** Starts at 0, then adds V (C / C1 - 1) a bar. A close of zero is no base for a percentage: the bar after it adds nothing. */
export const priceVolumeTrend = defineIndicator({
  id: 'price-volume-trend',
  title: 'Price volume trend',
  summary: 'Running total of volume, each bar weighted by the relative change of its close.',
  source: 'https://chartschool.stockcharts.com (Price Volume Trend); Pine ta.pvt',
  inputs: ['close', 'volume'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'PVT', unit: 'volume', pane: 'own' }],
  warmup: () => [0],
  create: (_, out) => {
    // The close before, and the total.
    const memory = new FloatState('a price volume trend', [Number.NaN, 0]);
    const { slots } = memory;
    return {
      parts: { memory },
      push: ({ close, volume }) => {
        out[0] = slots[1]! + trendStep(slots[0]!, close, volume);
        slots[0] = close;
        slots[1] = out[0];
      },
      fold: ({ close, volume }, [value]) => {
        eachStretch(0, close.length, (from, to) => {
          let before = slots[0]!;
          let total = slots[1]!;
          for (let i = from; i < to; i++) {
            total += trendStep(before, close[i]!, volume[i]!);
            before = close[i]!;
            value![i] = total;
          }
          slots[0] = before;
          slots[1] = total;
        });
      },
    };
  },
});

function trendStep(before: number, close: number, volume: number): number {
  return before === 0 || Number.isNaN(before) ? 0 : volume * (close / before - 1);
}
