import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { WindowMoments } from '../window-moments.ts';

const FLAT = 'no spread while all closes of the window are equal';

export const bollinger = defineIndicator({
  id: 'bollinger',
  title: 'Bollinger bands',
  summary: 'Mean of the last n closes, with bands a multiple of their standard deviation away.',
  source: 'Bollinger, Bollinger on Bollinger Bands (2001); TA-Lib BBANDS (population standard deviation)',
  inputs: ['close'],
  params: z.strictObject({
    period: periodParam(20, { min: 2 }),
    multiplier: z.number().positive().max(1000).default(2).meta({ unit: 'standard deviations' }),
  }),
  outputs: [
    { name: 'upper', title: 'Upper band', unit: 'price', pane: 'price' },
    { name: 'middle', title: 'Middle band', unit: 'price', pane: 'price' },
    { name: 'lower', title: 'Lower band', unit: 'price', pane: 'price' },
    { name: 'percentB', title: '%B', unit: 'ratio', pane: 'own', mayBeMissing: FLAT },
    { name: 'bandwidth', title: 'Bandwidth', unit: 'ratio', pane: 'own', mayBeMissing: 'no ratio to a mean of zero' },
    { name: 'z', title: 'Z-score', unit: 'ratio', pane: 'own', mayBeMissing: FLAT },
  ],
  warmup: ({ period }) => Array.from({ length: 6 }, () => period - 1),
  create: ({ period, multiplier }, out) => {
    const moments = new WindowMoments(period);
    const reach = 0.5 / multiplier;
    return {
      parts: { moments },
      push: ({ close }) => {
        moments.add(close);
        const { mean } = moments;
        const deviation = Math.sqrt(moments.squares / period);
        const score = ratio(close - mean, deviation);
        out[0] = mean + multiplier * deviation;
        out[1] = mean;
        out[2] = mean - multiplier * deviation;
        out[3] = percentOfBand(score, reach);
        out[4] = ratio(2 * multiplier * deviation, mean);
        out[5] = score;
      },
      fold: (series, columns) => {
        // In stretches, so that the second walk over the moments finds them still in the cache.
        for (let from = 0; from < series.length; from += STRETCH) {
          const to = Math.min(from + STRETCH, series.length);
          const close = series.close.subarray(from, to);
          const stretch = columns.map((column) => column.subarray(from, to));
          moments.fold(close, stretch[1]!, stretch[0]!);
          writeBands(close, stretch, period, multiplier);
        }
      },
    };
  },
});

const STRETCH = 1024;

// Finds the squared deviations in the place of the upper band, and the mean in that of the middle one.
function writeBands(close: Float64Array, columns: readonly Float64Array[], period: number, multiplier: number): void {
  const upper = columns[0]!;
  const middle = columns[1]!;
  const lower = columns[2]!;
  const percentB = columns[3]!;
  const bandwidth = columns[4]!;
  const scores = columns[5]!;
  const reach = 0.5 / multiplier;
  for (let i = 0; i < close.length; i++) {
    const mean = middle[i]!;
    const deviation = Math.sqrt(upper[i]! / period);
    const score = ratio(close[i]! - mean, deviation);
    upper[i] = mean + multiplier * deviation;
    lower[i] = mean - multiplier * deviation;
    percentB[i] = percentOfBand(score, reach);
    bandwidth[i] = ratio(2 * multiplier * deviation, mean);
    scores[i] = score;
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

// (close - lower) / (upper - lower) in terms of the z-score, which spares the difference of two rounded bands.
function percentOfBand(score: number, reach: number): number {
  return 0.5 + score * reach;
}
