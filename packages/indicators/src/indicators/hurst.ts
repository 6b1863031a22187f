import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { MirroredRing } from '../mirrored-ring.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';

const MOST_CHUNKS = 32;
const SHORTEST_CHUNK = 8;

/**
 * Rescaled range of the last n log returns: cut into 1, 2, 4 … 32 chunks of at least 8 (the oldest remainder left out), each chunk has the
 * range of its summed deviations from its mean over their standard deviation; the exponent is the slope of the logarithm of the mean
 * of these over the logarithm of the chunk's size.
 */
export const hurst = defineIndicator({
  id: 'hurst',
  title: 'Hurst exponent',
  summary: 'Whether price persists in its direction (above 0.5) or turns back (below), by the rescaled range.',
  source:
    'Hurst, Long-term storage capacity of reservoirs, Trans. ASCE 116 (1951); Peters, Chaos and Order in the Capital Markets (1991); Stock.Indicators ToHurst',
  inputs: ['close'],
  logarithmOf: ['close'],
  params: z.strictObject({ period: periodParam(100, { min: 2 * SHORTEST_CHUNK }) }),
  outputs: [
    {
      name: 'value',
      title: 'Hurst exponent',
      unit: 'none',
      pane: 'own',
      mayBeMissing:
        'no rescaled range while all returns of a part of the window are equal, and no return of a price not above 0',
    },
  ],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const returns = new MirroredRing(period);
    const before = new FloatState('a Hurst exponent', [Number.NaN]);
    const { slots } = before;
    const logSizes = logSizesOf(period);
    // Room to reckon in; nothing is kept there from bar to bar.
    const sums = new Float64Array(period + 1);
    return {
      parts: { returns, before },
      push: ({ close }) => {
        const closeBefore = slots[0]!;
        slots[0] = close;
        const from = returns.add(logReturn(close, closeBefore));
        out[0] = exponentOf(returns.slots, from, logSizes, sums);
      },
      fold: ({ close, length }, [value]) => {
        // The returns in reach of a stretch: those before it, and its own.
        const changes = new Float64Array(period + stretchBuffer(length).length);
        value!.fill(Number.NaN, 0, Math.min(period, length));
        eachStretch(period, length, (from, to) => {
          const first = from + 1 - period;
          for (let i = first; i < to; i++) changes[i - first] = logReturn(close[i]!, close[i - 1]!);
          for (let i = from; i < to; i++) value![i] = exponentOf(changes, i - from, logSizes, sums);
        });
      },
    };
  },
});

function logReturn(close: number, before: number): number {
  return close > 0 && before > 0 ? Math.log(close / before) : Number.NaN;
}

function logSizesOf(period: number): Float64Array {
  const sizes = [];
  for (let chunks = 1; chunks <= MOST_CHUNKS; chunks *= 2) {
    const size = Math.floor(period / chunks);
    if (size >= SHORTEST_CHUNK) sizes.push(Math.log10(size));
  }
  return Float64Array.from(sizes);
}

// Slope of the regression line, on deviations from the mean size: its sums need no column of their own.
function exponentOf(values: Float64Array, from: number, logSizes: Float64Array, sums: Float64Array): number {
  const period = sums.length - 1;
  // Sums from the start of the window: those of every chunk are differences of two.
  for (let i = 0; i < period; i++) sums[i + 1] = sums[i]! + values[from + i]!;
  const count = logSizes.length;
  let meanSize = 0;
  for (let i = 0; i < count; i++) meanSize += logSizes[i]! / count;
  let covariance = 0;
  let variance = 0;
  let chunks = 1;
  for (let i = 0; i < count; i++) {
    const distance = logSizes[i]! - meanSize;
    covariance += distance * Math.log10(meanRescaledRange(values, from, sums, chunks));
    variance += distance * distance;
    chunks *= 2;
  }
  const slope = covariance / variance;
  return Number.isFinite(slope) ? slope : Number.NaN;
}

// NaN where all values of a chunk are equal, or one is missing.
function meanRescaledRange(values: Float64Array, from: number, sums: Float64Array, chunks: number): number {
  const period = sums.length - 1;
  const size = Math.floor(period / chunks);
  let total = 0;
  for (let start = period - size * chunks; start < period; start += size) {
    const base = sums[start]!;
    const mean = (sums[start + size]! - base) / size;
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    let squares = 0;
    for (let i = 0; i < size; i++) {
      const deviation = values[from + start + i]! - mean;
      squares += deviation * deviation;
      const summed = sums[start + i + 1]! - base - (i + 1) * mean;
      if (summed > highest) highest = summed;
      if (summed < lowest) lowest = summed;
    }
    total += (highest - lowest) / Math.sqrt(squares / size);
  }
  return total / chunks;
}
