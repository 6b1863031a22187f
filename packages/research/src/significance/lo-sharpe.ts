import { CandorError } from '@candor/domain/candor-error';
import { type Figure, known, missing } from '../figure.ts';
import { momentsOf } from '../metrics/moments.ts';

export interface LoSharpe {
  /** Sharpe ratio of one period. */
  readonly perPeriod: Figure;
  /** Sample autocorrelations at lags 1 to q-1. */
  readonly autocorrelations: readonly number[];
  /** What multiplies the ratio of one period to give that of q; sqrt(q) for independent returns. */
  readonly eta: Figure;
  /** Sharpe ratio of q periods. */
  readonly overHorizon: Figure;
}

/**
 * Returns the Sharpe ratio over `q` periods, corrected for autocorrelation (full-sample mean and denominator).
 * Lo 2002, The Statistics of Sharpe Ratios, Financial Analysts Journal 58(4). Throws `research.bad-param` unless q is a whole number
 * from 1 to the number of returns.
 */
export function loSharpe(returns: ArrayLike<number>, q: number, riskFree = 0): LoSharpe {
  if (!(Number.isInteger(q) && q >= 1 && q <= returns.length)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"q" must be a whole number from 1 to ${returns.length}, the number of returns; it is ${q}.`,
    });
  }
  const { mean, deviation } = momentsOf(returns, riskFree);
  if (!deviation) {
    const absent = missing(deviation === undefined ? 'TOO_FEW_OBSERVATIONS' : 'ZERO_VARIANCE');
    return { perPeriod: absent, autocorrelations: [], eta: absent, overHorizon: absent };
  }
  const autocorrelations = autocorrelationsOf(returns, mean + riskFree, q - 1);
  const eta = etaOf(q, (lag) => autocorrelations[lag - 1]!);
  const perPeriod = mean / deviation;
  return {
    perPeriod: known(perPeriod),
    autocorrelations,
    eta,
    overHorizon: eta.value === null ? eta : known(eta.value * perPeriod),
  };
}

/** Returns the factor from one period to `q` for returns whose autocorrelation at lag k is rho^k. Lo 2002, Table 2. */
export function loEtaAr1(rho: number, q: number): Figure {
  return etaOf(q, (lag) => rho ** lag);
}

function etaOf(q: number, autocorrelation: (lag: number) => number): Figure {
  let weighted = 0;
  for (let lag = 1; lag < q; lag++) weighted += (q - lag) * autocorrelation(lag);
  const radicand = q + 2 * weighted;
  return radicand > 0 ? known(q / Math.sqrt(radicand)) : missing('NEGATIVE_RADICAND');
}

function autocorrelationsOf(values: ArrayLike<number>, mean: number, lags: number): number[] {
  let whole = 0;
  for (let t = 0; t < values.length; t++) whole += (values[t]! - mean) ** 2;
  return Array.from({ length: lags }, (_, index) => {
    const lag = index + 1;
    let sum = 0;
    for (let t = lag; t < values.length; t++) sum += (values[t]! - mean) * (values[t - lag]! - mean);
    return sum / whole;
  });
}
