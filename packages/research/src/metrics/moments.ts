import { type Figure, known, missing } from '../figure.ts';
import { requireReturns } from './return-series.ts';

export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (divisor n-1); missing for fewer than two values, 0 where they do not vary. */
  readonly deviation: number | undefined;
  /** Population skewness; undefined where the values do not vary. */
  readonly skew: number | undefined;
  /** Population kurtosis, not in excess: 3 for a normal law; undefined where the values do not vary. */
  readonly kurtosis: number | undefined;
}

/** What the significance tests need to know about a return series; the Sharpe ratio is per period, not annualised. */
export interface SharpeSample {
  readonly sharpe: number;
  readonly n: number;
  readonly skew: number;
  readonly kurtosis: number;
}

/**
 * Returns mean, sample deviation, population skewness and population kurtosis of `values`, each less `shift` (a risk-free rate per
 * period). A deviation below 1e-12 of the mean is rounding, and is reported as 0. Throws as `requireReturns` does.
 */
export function momentsOf(values: ArrayLike<number>, shift = 0): Moments {
  requireReturns(values);
  const n = values.length;
  const mean = meanOf(values) - shift;
  const centre = mean + shift;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const distance = values[i]! - centre;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  if (n < 2) return { n, mean, deviation: undefined, skew: undefined, kurtosis: undefined };
  const deviation = Math.sqrt(second / (n - 1));
  if (isRounding(deviation, mean)) return { n, mean, deviation: 0, skew: undefined, kurtosis: undefined };
  const variance = second / n;
  return {
    n,
    mean,
    deviation,
    skew: third / n / (variance * Math.sqrt(variance)),
    kurtosis: fourth / n / (variance * variance),
  };
}

/** Returns the arithmetic mean, NaN for no values. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Returns mean over deviation times `scale`, or why that does not exist. */
export function ratioToDeviation({ mean, deviation }: Moments, scale: number): Figure {
  if (deviation === undefined) return missing('TOO_FEW_OBSERVATIONS');
  return deviation === 0 ? missing('ZERO_VARIANCE') : known((mean / deviation) * scale);
}

/** Returns the per-period Sharpe ratio with its sample's shape, or undefined where the returns do not vary. */
export function sharpeSampleOf({ n, mean, deviation, skew, kurtosis }: Moments): SharpeSample | undefined {
  if (!deviation || skew === undefined || kurtosis === undefined) return undefined;
  return { sharpe: mean / deviation, n, skew, kurtosis };
}

function isRounding(deviation: number, mean: number): boolean {
  return deviation === 0 || deviation < 1e-12 * Math.max(1e-9, Math.abs(mean));
}
