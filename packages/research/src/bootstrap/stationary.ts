import { CandorError } from '@candor/domain/candor-error';
import type { Rng } from '@candor/domain/ports/rng';
import { quantileSorted } from '@candor/strategies/math/quantile';
import { requireReturns } from '../metrics/return-series.ts';

export interface SharpeIntervalOptions {
  readonly periodsPerYear: number;
  /** Mean length of a resampled block; ceil(n^(1/3)) unless given. */
  readonly meanBlock?: number;
  readonly resamples?: number;
  /** Share of the resamples that the interval covers. */
  readonly level?: number;
  readonly rng: Rng;
}

export interface SharpeInterval {
  readonly low: number;
  readonly high: number;
  readonly median: number;
  readonly level: number;
  readonly resamples: number;
  readonly meanBlock: number;
}

export const DEFAULT_RESAMPLES = 2_000;
const DEFAULT_LEVEL = 0.9;

/**
 * Returns the percentile interval of the annualised Sharpe ratio under the stationary bootstrap, which keeps the dependence of
 * neighbouring returns, or undefined when a resample of them does not vary. The same generator state gives the same interval.
 * Politis & Romano 1994, The Stationary Bootstrap, JASA 89(428). Throws `research.bad-param` for options out of their domain.
 */
export function bootstrapSharpe(returns: Float64Array, options: SharpeIntervalOptions): SharpeInterval | undefined {
  requireReturns(returns);
  const n = returns.length;
  const { periodsPerYear, rng, resamples = DEFAULT_RESAMPLES, level = DEFAULT_LEVEL } = options;
  const meanBlock = options.meanBlock ?? defaultMeanBlock(n);
  requireOption('resamples', resamples, Number.isInteger(resamples) && resamples >= 1, 'a whole number above 0');
  requireOption('level', level, level > 0 && level < 1, 'between 0 and 1');
  if (n < 2) return undefined;
  const indices = new Int32Array(n);
  const sharpes = new Float64Array(resamples);
  const scale = Math.sqrt(periodsPerYear);
  for (let b = 0; b < resamples; b++) {
    stationaryIndices(indices, meanBlock, rng);
    const ratio = sharpeOf(returns, indices);
    if (ratio === undefined) return undefined;
    sharpes[b] = ratio * scale;
  }
  sharpes.sort();
  return {
    low: quantileSorted(sharpes, (1 - level) / 2),
    high: quantileSorted(sharpes, (1 + level) / 2),
    median: quantileSorted(sharpes, 0.5),
    level,
    resamples,
    meanBlock,
  };
}

/**
 * Fills `out` with the indices of one stationary-bootstrap resample of a series of the same length: at each step a new block starts with
 * probability 1/meanBlock at a uniform place, otherwise the previous index is followed by the next, around the end to the start.
 * Draws one uniform for the first index, then one a step and one more where a block starts. Throws `research.bad-param` for meanBlock < 1.
 */
export function stationaryIndices(out: Int32Array, meanBlock: number, rng: Rng): void {
  requireOption('meanBlock', meanBlock, meanBlock >= 1 && Number.isFinite(meanBlock), 'at least 1');
  const n = out.length;
  if (n === 0) return;
  const startProbability = 1 / meanBlock;
  let index = rng.index(n);
  out[0] = index;
  for (let t = 1; t < n; t++) {
    if (rng.next() < startProbability) index = rng.index(n);
    else index = index + 1 === n ? 0 : index + 1;
    out[t] = index;
  }
}

/** Returns the default mean block length of a series of n values, ceil(n^(1/3)). */
export function defaultMeanBlock(n: number): number {
  // The cube root of a perfect cube may land just above its integer, which ceil would lift by one.
  const root = Math.round(Math.cbrt(n));
  return root ** 3 === n ? root : Math.ceil(Math.cbrt(n));
}

function sharpeOf(returns: Float64Array, indices: Int32Array): number | undefined {
  const n = indices.length;
  let sum = 0;
  for (let t = 0; t < n; t++) sum += returns[indices[t]!]!;
  const mean = sum / n;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    const distance = returns[indices[t]!]! - mean;
    squares += distance * distance;
  }
  const deviation = Math.sqrt(squares / (n - 1));
  return deviation <= 1e-12 * Math.max(1e-9, Math.abs(mean)) ? undefined : mean / deviation;
}

function requireOption(name: string, value: number, good: boolean, rule: string): void {
  if (good) return;
  throw new CandorError('research.bad-param', {
    kind: 'invalid',
    message: `"${name}" must be ${rule}; it is ${value}.`,
  });
}
