import { normalCdf } from '@candor/strategies/math/normal';

/**
 * Returns how often that many independent skill-less tries of the same length find at least this Sharpe ratio (per period):
 * 1 - Phi(SR sqrt(n-1))^trials. Source: the distribution of the maximum of independent estimates whose standard error is 1/sqrt(n-1).
 */
export function luckShare(sharpe: number, n: number, effectiveTrials: number): number {
  const above = normalCdf(-sharpe * Math.sqrt(n - 1));
  // 1-(1-p)^N without cancellation, so that a tiny p does not become 0.
  return -Math.expm1(effectiveTrials * Math.log1p(-above)) + 0;
}
