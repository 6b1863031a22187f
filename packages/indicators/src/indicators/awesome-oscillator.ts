import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { createSma } from './sma.ts';

/** SMA(fast) - SMA(slow) of (H+L)/2. */
export const awesomeOscillator = defineIndicator({
  id: 'awesome-oscillator',
  title: 'Awesome oscillator',
  summary: 'Fast minus slow simple average of the middle of the bar.',
  source: 'Williams, New Trading Dimensions (1998); Stock.Indicators ToAwesome',
  inputs: ['high', 'low'],
  params: z.strictObject({ fast: periodParam(5), slow: periodParam(34) }),
  outputs: [{ name: 'value', title: 'AO', unit: 'price', pane: 'own' }],
  warmup: ({ fast, slow }) => [Math.max(fast, slow) - 1],
  create: ({ fast, slow }, out) => {
    const quick = createSma(fast);
    const calm = createSma(slow);
    return {
      parts: { quick, calm },
      push: ({ high, low }) => {
        const middle = (high + low) / 2;
        out[0] = quick.next(middle) - calm.next(middle);
      },
      fold: ({ high, low, length }, [value]) => {
        const middles = stretchBuffer(length);
        eachStretch(0, length, (from, to) => {
          const middle = middles.subarray(0, to - from);
          for (let i = from; i < to; i++) middle[i - from] = (high[i]! + low[i]!) / 2;
          quick.fold(middle, value!.subarray(from, to));
          calm.fold(middle, middle);
          for (let i = from; i < to; i++) value![i] = value![i]! - middle[i - from]!;
        });
      },
    };
  },
});
