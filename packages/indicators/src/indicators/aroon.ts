import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { RollingExtremeAge } from '../rolling-extreme-age.ts';

const AROON_TIES = ['latest', 'earliest'] as const;

/** 100 (n - bars since the highest high) / n over the last n + 1 bars, the same for the lowest low, and their difference. */
export const aroon = defineIndicator({
  id: 'aroon',
  title: 'Aroon',
  summary: 'How recent the highest high and the lowest low of the last n + 1 bars are, from 0 to 100.',
  source:
    'Chande, Aroon, Stocks & Commodities 13:9 (1995); TA-Lib AROON, AROONOSC (latest); Stock.Indicators (earliest)',
  inputs: ['high', 'low'],
  params: z.strictObject({ period: periodParam(25), tie: z.enum(AROON_TIES).default('latest') }),
  outputs: [
    { name: 'up', title: 'Aroon up', unit: 'percent', pane: 'own' },
    { name: 'down', title: 'Aroon down', unit: 'percent', pane: 'own' },
    { name: 'oscillator', title: 'Aroon oscillator', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ period }) => [period, period, period],
  create: ({ period, tie }, out) => {
    const highest = new RollingExtremeAge(period + 1, 'highest', tie);
    const lowest = new RollingExtremeAge(period + 1, 'lowest', tie);
    return {
      parts: { highest, lowest },
      push: ({ high, low }) => {
        const up = youthOf(highest.next(high), period);
        const down = youthOf(lowest.next(low), period);
        out[0] = up;
        out[1] = down;
        out[2] = up - down;
      },
      fold: ({ high, low }, [ups, downs, oscillator]) => {
        highest.fold(high, ups!);
        lowest.fold(low, downs!);
        for (let i = 0; i < high.length; i++) {
          const up = youthOf(ups![i]!, period);
          const down = youthOf(downs![i]!, period);
          ups![i] = up;
          downs![i] = down;
          oscillator![i] = up - down;
        }
      },
    };
  },
});

function youthOf(age: number, period: number): number {
  return (100 * (period - age)) / period;
}
