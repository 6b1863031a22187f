import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { WindowMoments } from '../window-moments.ts';

// Bars walked at a time: means and squares, which nobody reads afterwards, then need little room.
const STRETCH = 1024;

export const zScore = defineIndicator({
  id: 'z-score',
  title: 'Z-score',
  summary: 'Distance of the close from the mean of the last n, in standard deviations.',
  source: 'Standard score over a moving window; population standard deviation (ddof 0) as in TA-Lib STDDEV',
  inputs: ['close'],
  params: z.strictObject({
    period: periodParam(20, { min: 2 }),
    ddof: z
      .int()
      .min(0)
      .max(1)
      .default(0)
      .meta({ title: 'Degrees of freedom', description: '0 divides by n, 1 by n - 1.' }),
  }),
  outputs: [
    {
      name: 'value',
      title: 'Z-score',
      unit: 'ratio',
      pane: 'own',
      mayBeMissing: 'no spread while all closes of the window are equal',
    },
  ],
  warmup: ({ period }) => [period - 1],
  create: ({ period, ddof }, out) => {
    const moments = new WindowMoments(period);
    const divisor = period - ddof;
    return {
      parts: { moments },
      push: ({ close }) => {
        moments.add(close);
        out[0] = scoreOf(close, moments.mean, moments.squares, divisor);
      },
      fold: ({ close, length }, [value]) => {
        const means = new Float64Array(Math.min(length, STRETCH));
        for (let from = 0; from < length; from += STRETCH) {
          const values = close.subarray(from, from + STRETCH);
          const scores = value!.subarray(from, from + STRETCH);
          moments.fold(values, means, scores);
          for (let i = 0; i < values.length; i++) scores[i] = scoreOf(values[i]!, means[i]!, scores[i]!, divisor);
        }
      },
    };
  },
});

function scoreOf(value: number, mean: number, squares: number, divisor: number): number {
  return squares === 0 ? Number.NaN : (value - mean) / Math.sqrt(squares / divisor);
}
