import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { createSma } from './sma.ts';

/**
 * Mean of (M - M1) (H - L) scale / V with M = (H + L) / 2: the distance moved over the box ratio, volume in units of `scale` by range.
 * 0 for a bar without a range or without volume. The first bar has no distance.
 */
export const easeOfMovement = defineIndicator({
  id: 'ease-of-movement',
  title: 'Ease of movement',
  summary: 'How far the middle of the bar moved for the volume it took, averaged over n bars.',
  source: 'Arms, Volume Cycles in the Stock Market (1983); https://chartschool.stockcharts.com (Ease of Movement)',
  inputs: ['high', 'low', 'volume'],
  params: z.strictObject({ period: periodParam(14), scale: z.number().positive().max(1e12).default(1e6) }),
  outputs: [{ name: 'value', title: 'EMV', unit: 'none', priceDegree: 2, pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period, scale }, out) => {
    const average = createSma(period);
    const middle = new FloatState('an ease of movement', [Number.NaN]);
    const { slots } = middle;
    return {
      parts: { average, middle },
      push: ({ high, low, volume }) => {
        const before = slots[0]!;
        const now = (high + low) / 2;
        slots[0] = now;
        if (!Number.isNaN(before)) out[0] = average.next(easeOf(now - before, high - low, volume, scale));
      },
      fold: ({ high, low, volume, length }, [value]) => {
        if (length === 0) return;
        let before = (high[0]! + low[0]!) / 2;
        value![0] = Number.NaN;
        for (let i = 1; i < length; i++) {
          const now = (high[i]! + low[i]!) / 2;
          value![i] = easeOf(now - before, high[i]! - low[i]!, volume[i]!, scale);
          before = now;
        }
        // Over its own input: a mean is written where its last value has been read.
        average.fold(value!.subarray(1), value!.subarray(1));
        slots[0] = before;
      },
    };
  },
});

function easeOf(distance: number, range: number, volume: number, scale: number): number {
  return range === 0 || volume === 0 ? 0 : (distance * range * scale) / volume;
}
