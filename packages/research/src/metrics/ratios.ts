import { quantile } from '@candor/strategies/math/quantile';
import { type Figure, known, missing } from '../figure.ts';
import { drawdownOf } from './drawdown.ts';
import { growthOf } from './growth.ts';
import { meanOf, momentsOf, ratioToDeviation } from './moments.ts';
import { equityFromReturns, requireReturns } from './return-series.ts';

/** Returns the annualised Sharpe ratio: mean over sample deviation of the returns above `riskFree` per period (Sharpe 1994). */
export function sharpeRatio(returns: ArrayLike<number>, periodsPerYear: number, riskFree = 0): Figure {
  return ratioToDeviation(momentsOf(returns, riskFree), Math.sqrt(periodsPerYear));
}

/** Returns the annualised Sortino ratio: the root of the mean squared shortfall over all periods stands below (Sortino & Price 1994). */
export function sortinoRatio(returns: ArrayLike<number>, periodsPerYear: number, riskFree = 0): Figure {
  requireReturns(returns);
  let squares = 0;
  for (let t = 0; t < returns.length; t++) squares += Math.min(0, returns[t]! - riskFree) ** 2;
  if (squares === 0) return missing('NO_LOSSES');
  return known(((meanOf(returns) - riskFree) / Math.sqrt(squares / returns.length)) * Math.sqrt(periodsPerYear));
}

/** Returns compound growth per year over the size of the deepest drawdown (Young 1991, over the whole span). */
export function calmarRatio(returns: ArrayLike<number>, periodsPerYear: number): Figure {
  const { cagr } = growthOf(returns, periodsPerYear);
  const { maxDrawdown } = drawdownOf(equityFromReturns(returns));
  if (cagr.value === null) return cagr;
  return maxDrawdown === 0 ? missing('NO_DRAWDOWN') : known(cagr.value / -maxDrawdown);
}

/** Returns the sum of gains over the sum of losses, the omega ratio at a threshold of 0 (Keating & Shadwick 2002). */
export function omegaRatio(returns: ArrayLike<number>): Figure {
  const { gains, losses } = gainsAndLosses(returns);
  return losses === 0 ? missing('NO_LOSSES') : known(gains / losses);
}

/** Returns the sum of all returns over the sum of losses (Schwager 2012). */
export function gainToPainRatio(returns: ArrayLike<number>): Figure {
  const { gains, losses } = gainsAndLosses(returns);
  return losses === 0 ? missing('NO_LOSSES') : known((gains - losses) / losses);
}

/** Returns the size of the 95 % quantile over that of the 5 % quantile. */
export function tailRatio(returns: ArrayLike<number>): Figure {
  requireReturns(returns);
  const lower = quantile(returns, 0.05);
  return lower === 0 ? missing('ZERO_TAIL') : known(Math.abs(quantile(returns, 0.95) / lower));
}

/** Returns the share of periods with a return above 0. */
export function hitRate(returns: ArrayLike<number>): number {
  requireReturns(returns);
  let hits = 0;
  for (let t = 0; t < returns.length; t++) if (returns[t]! > 0) hits++;
  return hits / returns.length;
}

function gainsAndLosses(returns: ArrayLike<number>): { readonly gains: number; readonly losses: number } {
  requireReturns(returns);
  let gains = 0;
  let losses = 0;
  for (let t = 0; t < returns.length; t++) {
    if (returns[t]! > 0) gains += returns[t]!;
    else losses -= returns[t]!;
  }
  return { gains, losses };
}
