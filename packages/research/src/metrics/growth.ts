import { type Figure, known, missing } from '../figure.ts';
import { momentsOf } from './moments.ts';
import { equityFromReturns, requireReturns } from './return-series.ts';

export interface Growth {
  /** Final over first equity, less 1. */
  readonly totalReturn: number;
  /** Compound growth per year. */
  readonly cagr: Figure;
  /** Sample deviation of the returns, annualised. */
  readonly volatility: Figure;
  readonly bestPeriod: number;
  readonly worstPeriod: number;
}

/** Returns what simple returns, one per period, grew to, and how unevenly; fractions, not percent. Throws as `requireReturns` does. */
export function growthOf(returns: ArrayLike<number>, periodsPerYear: number): Growth {
  requireReturns(returns);
  const n = returns.length;
  const final = equityFromReturns(returns)[n]!;
  let bestPeriod = returns[0]!;
  let worstPeriod = returns[0]!;
  for (let t = 1; t < n; t++) {
    bestPeriod = Math.max(bestPeriod, returns[t]!);
    worstPeriod = Math.min(worstPeriod, returns[t]!);
  }
  const { deviation } = momentsOf(returns);
  return {
    totalReturn: final - 1,
    cagr: final > 0 ? known(final ** (periodsPerYear / n) - 1) : missing('RUIN'),
    volatility:
      deviation === undefined ? missing('TOO_FEW_OBSERVATIONS') : known(deviation * Math.sqrt(periodsPerYear)),
    bestPeriod,
    worstPeriod,
  };
}
