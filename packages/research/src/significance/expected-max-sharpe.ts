import { CandorError } from '@candor/domain/candor-error';
import { normalQuantile } from '@candor/strategies/math/normal';

const EULER_MASCHERONI = 0.5772156649015329;

/**
 * Returns the Sharpe ratio that the best of `trials` skill-less tries is expected to show, in the unit of the root of `variance`, the
 * variance of the tries' ratios. It is 0 for a single try; `trials` may be an effective number and need not be whole.
 * Bailey, Borwein, López de Prado & Zhu 2014, Notices of the AMS 61(5). Throws `research.bad-param` for trials < 1 or variance < 0.
 */
export function expectedMaxSharpe(trials: number, variance: number): number {
  if (!(trials >= 1 && Number.isFinite(trials) && variance >= 0 && Number.isFinite(variance))) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"trials" must be at least 1 and "variance" at least 0; they are ${trials} and ${variance}.`,
    });
  }
  if (trials === 1) return 0;
  const typical = normalQuantile(1 - 1 / trials);
  const high = normalQuantile(1 - 1 / (trials * Math.E));
  // The closed form dips below 0 only for an effective number barely above 1, where the maximum is that of a single try.
  return Math.sqrt(variance) * Math.max(0, (1 - EULER_MASCHERONI) * typical + EULER_MASCHERONI * high);
}
