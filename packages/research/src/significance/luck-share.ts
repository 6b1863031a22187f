import { normalCdf, normalQuantile } from '@candor/strategies/math/normal';

/**
 * Returns how often that many independent skill-less tries of the same length find at least this Sharpe ratio (per period):
 * 1 - Phi(SR sqrt(n-1))^trials. Source: the distribution of the maximum of independent estimates whose standard error is 1/sqrt(n-1).
 */
export function luckShare(sharpe: number, n: number, effectiveTrials: number): number {
  const above = normalCdf(-sharpe * Math.sqrt(n - 1));
  // 1-(1-p)^N without cancellation, so that a tiny p does not become 0.
  return -Math.expm1(effectiveTrials * Math.log1p(-above)) + 0;
}

/** Returns the standard error of the Sharpe ratio (per period) that a try without any skill shows over n periods; `luckShare` counts in it. */
export function errorWithoutSkill(n: number): number {
  return 1 / Math.sqrt(n - 1);
}

/** Returns the Sharpe ratio (per period) that the best of that many skill-less tries stays below with the given certainty: there the luck share is 1 - certainty. */
export function sharpeToRuleOutLuck(n: number, effectiveTrials: number, certainty = 0.95): number {
  // The upper tail of one try, so that the quantile keeps its digits where N is large.
  const above = -Math.expm1(Math.log(certainty) / effectiveTrials);
  return -normalQuantile(above) * errorWithoutSkill(n);
}
