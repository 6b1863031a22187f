import { CandorError } from '@candor/domain/candor-error';
import { type Figure, known, missing } from '../figure.ts';
import { meanOf, momentsOf, ratioToDeviation } from './moments.ts';

export interface Relative {
  /** Covariance with the benchmark over its variance. */
  readonly beta: Figure;
  /** Mean return that beta does not explain, times periods per year (Jensen 1968). */
  readonly alphaAnnual: Figure;
  readonly correlation: Figure;
  /** Sample deviation of the difference in returns, annualised. */
  readonly trackingError: Figure;
  /** Mean difference over its deviation, annualised. */
  readonly informationRatio: Figure;
  /** Mean return over the benchmark's in the periods in which it rose. */
  readonly upCapture: Figure;
  readonly downCapture: Figure;
}

/** Returns how returns stand against a benchmark's of the same periods. Throws `research.length-mismatch` when the two differ in length. */
export function relativeTo(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periodsPerYear: number,
  riskFree = 0,
): Relative {
  if (returns.length !== benchmark.length) {
    throw new CandorError('research.length-mismatch', {
      kind: 'invalid',
      message: `"returns" has ${returns.length} values and "benchmark" ${benchmark.length}; they must cover the same periods.`,
    });
  }
  const own = momentsOf(returns);
  const other = momentsOf(benchmark);
  const difference = momentsOf(Float64Array.from(returns, (value, t) => value - benchmark[t]!));
  const scale = Math.sqrt(periodsPerYear);
  const slope = slopeOf(returns, benchmark, own.mean, other);
  return {
    beta: slope,
    alphaAnnual:
      slope.value === null
        ? slope
        : known((own.mean - riskFree - slope.value * (other.mean - riskFree)) * periodsPerYear),
    correlation:
      slope.value === null
        ? slope
        : own.deviation && other.deviation
          ? known((slope.value * other.deviation) / own.deviation)
          : missing('ZERO_VARIANCE'),
    trackingError:
      difference.deviation === undefined ? missing('TOO_FEW_OBSERVATIONS') : known(difference.deviation * scale),
    informationRatio: ratioToDeviation(difference, scale),
    upCapture: captureOf(returns, benchmark, (value) => value > 0),
    downCapture: captureOf(returns, benchmark, (value) => value < 0),
  };
}

function slopeOf(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  ownMean: number,
  { mean, deviation, n }: { readonly mean: number; readonly deviation: number | undefined; readonly n: number },
): Figure {
  if (deviation === undefined) return missing('TOO_FEW_OBSERVATIONS');
  if (deviation === 0) return missing('BENCHMARK_WITHOUT_VARIANCE');
  let products = 0;
  for (let t = 0; t < n; t++) products += (returns[t]! - ownMean) * (benchmark[t]! - mean);
  return known(products / (n - 1) / deviation ** 2);
}

function captureOf(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  belongs: (benchmarkReturn: number) => boolean,
): Figure {
  const periods = Array.from({ length: benchmark.length }, (_, t) => t).filter((t) => belongs(benchmark[t]!));
  if (periods.length === 0) return missing('NO_SUCH_PERIODS');
  return known(meanOf(periods.map((t) => returns[t]!)) / meanOf(periods.map((t) => benchmark[t]!)));
}
