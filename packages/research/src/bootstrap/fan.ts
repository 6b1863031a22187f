import type { Rng } from '@candor/domain/ports/rng';
import { quantileSorted } from '@candor/strategies/math/quantile';
import { requireReturns } from '../metrics/return-series.ts';
import { DEFAULT_RESAMPLES, defaultMeanBlock, stationaryIndices } from './stationary.ts';

export interface EquityFan {
  /** Positions of the returns after which the equity is told, rising; the last is the last return. */
  readonly at: readonly number[];
  /** Quantiles of the resampled equity at those places; at any of them 9 in 10 resamples lie between the outer two. */
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
  readonly resamples: number;
  readonly meanBlock: number;
}

interface EquityFanOptions {
  readonly start: number;
  readonly rng: Rng;
  /** Most places at which it is told. */
  readonly points?: number;
  readonly resamples?: number;
}

const DEFAULT_POINTS = 120;

/**
 * Returns how far the equity would have scattered had the same returns come in another order and mix, by the stationary bootstrap; the
 * same generator state draws the same resamples as `bootstrapSharpe` does. Throws as `requireReturns` does.
 */
export function bootstrapFan(
  returns: Float64Array,
  { start, rng, points = DEFAULT_POINTS, resamples = DEFAULT_RESAMPLES }: EquityFanOptions,
): EquityFan {
  requireReturns(returns);
  const n = returns.length;
  const count = Math.min(points, n);
  const at = Array.from({ length: count }, (_, j) => Math.round(((j + 1) * n) / count) - 1);
  const meanBlock = defaultMeanBlock(n);
  const equities = at.map(() => new Float64Array(resamples));
  const indices = new Int32Array(n);
  for (let b = 0; b < resamples; b++) {
    stationaryIndices(indices, meanBlock, rng);
    let equity = start;
    let t = 0;
    for (let j = 0; j < count; j++) {
      for (; t <= at[j]!; t++) equity *= 1 + returns[indices[t]!]!;
      equities[j]![b] = equity;
    }
  }
  for (const column of equities) column.sort();
  const quantiles = (q: number): number[] => equities.map((column) => quantileSorted(column, q));
  return {
    at,
    p05: quantiles(0.05),
    p25: quantiles(0.25),
    p75: quantiles(0.75),
    p95: quantiles(0.95),
    resamples,
    meanBlock,
  };
}
