import { CandorError } from '@candor/domain/candor-error';
import type { SharpeSample } from '../metrics/moments.ts';

/** Returns n-1 times the variance of an estimated per-period Sharpe ratio: 1 - skew SR + (kurtosis - 1)/4 SR^2 (Mertens 2002). */
export function sharpeVarianceFactor({ sharpe, skew, kurtosis }: Omit<SharpeSample, 'n'>): number {
  return 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
}

/**
 * Returns the standard error of a per-period Sharpe ratio estimated from n independent, normal returns: sqrt((1 + SR^2/2)/n).
 * Lo 2002, The Statistics of Sharpe Ratios, Financial Analysts Journal 58(4), equation 9. Throws `research.bad-param` for n below 1.
 */
export function sharpeStandardError(sharpe: number, n: number): number {
  if (!(n >= 1)) {
    throw new CandorError('research.bad-param', { kind: 'invalid', message: `"n" must be at least 1; it is ${n}.` });
  }
  return Math.sqrt((1 + sharpe ** 2 / 2) / n);
}
