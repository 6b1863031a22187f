import { BarCursor, type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';

// Longer than anything but a sum from the first bar on remembers, with default parameters.
const LOOKBACK = 5000;

// Sums from the first bar on, for which there is no recomputation from a later one; and the McGinley line, which all but stops once price
// has run away upwards, so that what it says depends on when it began.
const ENDLESS = new Set([
  'accumulation-distribution',
  'mcginley',
  'negative-volume-index',
  'obv',
  'positive-volume-index',
  'price-volume-trend',
]);

/** Whether an indicator's value can be made again from the bars just before. */
export function isForgetful({ id }: IndicatorDefinition): boolean {
  return !ENDLESS.has(id);
}

/**
 * Pushes the series into one machine `laps` times over, and compares what it says at a few bars of the last lap with a machine that has
 * seen only the bars just before: the largest difference of any output, relative to the largest value that the line has there. Infinity
 * where one has a value and the other has none. The series must be longer than 10,000 bars.
 */
export function largestDrift(definition: IndicatorDefinition, series: BarSeries, laps: number): number {
  const params = definition.parse({});
  const indicator = definition.create(params);
  const cursor = new BarCursor(series);
  const { out } = indicator;
  let worst = 0;
  for (let lap = 1; lap <= laps; lap++) {
    const samples = lap === laps ? samplesOf(series.length) : [];
    for (let bar = 0; bar < series.length; bar++) {
      BarCursor.move(cursor, bar);
      indicator.push(cursor);
      if (bar === samples[0]) {
        samples.shift();
        const fresh = definition.compute(sliceBarSeries(series, bar + 1 - LOOKBACK, bar + 1), params);
        for (let slot = 0; slot < out.length; slot++) worst = Math.max(worst, differenceOf(out[slot]!, fresh[slot]!));
      }
    }
  }
  return worst;
}

// The last bar, and some before it that do not fall on the beginning of a window.
function samplesOf(length: number): number[] {
  const step = Math.floor((length - LOOKBACK) / 7.3);
  return Array.from({ length: 8 }, (_, i) => length - 1 - (7 - i) * step);
}

function differenceOf(value: number, line: Float64Array): number {
  const fresh = line[line.length - 1]!;
  if (Number.isNaN(value) && Number.isNaN(fresh)) return 0;
  const scale = line.subarray(LOOKBACK >> 1).reduce((most, other) => Math.max(most, Math.abs(other) || 0), 0);
  const difference = Math.abs(value - fresh);
  if (difference === 0) return 0;
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference / scale;
}
