import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';

/**
 * v = 0.66 ((p - min) / (max - min) - 0.5) + 0.67 v1 of the middle p of the bar, 0 where the window is flat, |v| above 0.99 taken as
 * 0.999; F = ½ ln((1 + v) / (1 - v)) + ½ F1, from 0. The trigger is F1. The window is as long as there are bars.
 */
export const fisherTransform = defineIndicator({
  id: 'fisher-transform',
  title: 'Fisher transform',
  summary:
    'Place of price in its range, stretched so that turns stand out, with its value of the bar before as the trigger.',
  source: 'Ehlers, Using the Fisher Transform, Stocks & Commodities 20:11 (2002); Stock.Indicators ToFisherTransform',
  inputs: ['high', 'low'],
  params: z.strictObject({ period: periodParam(10) }),
  outputs: [
    { name: 'fisher', title: 'Fisher', unit: 'none', pane: 'own' },
    { name: 'trigger', title: 'Trigger', unit: 'none', pane: 'own' },
  ],
  warmup: () => [0, 1],
  create: ({ period }, out) => {
    const range = new RollingRange(period, { partial: true });
    const state = new FloatState('a Fisher transform', [0, Number.NaN]);
    const { slots } = state;
    const advance = (middle: number, low: number, high: number): number => {
      const value = high === low ? 0 : clamp(0.66 * ((middle - low) / (high - low) - 0.5) + 0.67 * slots[0]!);
      const before = slots[1]!;
      const fisher = 0.5 * Math.log((1 + value) / (1 - value)) + 0.5 * (Number.isNaN(before) ? 0 : before);
      slots[0] = value;
      slots[1] = fisher;
      return fisher;
    };
    return {
      parts: { range, state },
      push: ({ high, low }) => {
        const middle = (high + low) / 2;
        out[1] = slots[1]!;
        range.add(middle, middle);
        out[0] = advance(middle, range.lowest, range.highest);
      },
      fold: ({ high, low, length }, [fisher, trigger]) => {
        const middles = stretchBuffer(length);
        eachStretch(0, length, (from, to) => {
          const middle = middles.subarray(0, to - from);
          const tops = fisher!.subarray(from, to);
          const bottoms = trigger!.subarray(from, to);
          for (let i = from; i < to; i++) middle[i - from] = (high[i]! + low[i]!) / 2;
          range.fold(middle, middle, tops, bottoms);
          for (let j = 0; j < middle.length; j++) {
            const before = slots[1]!;
            tops[j] = advance(middle[j]!, bottoms[j]!, tops[j]!);
            bottoms[j] = before;
          }
        });
      },
    };
  },
});

function clamp(value: number): number {
  return value > 0.99 ? 0.999 : value < -0.99 ? -0.999 : value;
}
