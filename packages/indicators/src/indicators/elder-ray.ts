import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { createEma } from './ema.ts';

export const elderRay = defineIndicator({
  id: 'elder-ray',
  title: 'Elder ray',
  summary: 'How far the bar reached above (bull power) and below (bear power) the exponential average of the close.',
  source: 'Elder, Trading for a Living (1993); Stock.Indicators GetElderRay',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(13) }),
  outputs: [
    { name: 'bull', title: 'Bull power', unit: 'price', pane: 'own' },
    { name: 'bear', title: 'Bear power', unit: 'price', pane: 'own' },
  ],
  warmup: ({ period }) => [period - 1, period - 1],
  create: ({ period }, out) => {
    const average = createEma(period);
    return {
      parts: { average },
      push: ({ high, low, close }) => {
        const value = average.next(close);
        out[0] = high - value;
        out[1] = low - value;
      },
      fold: ({ high, low, close }, [bull, bear]) => {
        average.fold(close, bear!);
        for (let i = 0; i < close.length; i++) {
          const value = bear![i]!;
          bull![i] = high[i]! - value;
          bear![i] = low[i]! - value;
        }
      },
    };
  },
});
