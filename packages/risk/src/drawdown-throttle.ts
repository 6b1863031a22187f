import { CandorError } from '@candor/domain/candor-error';

/**
 * Returns the factor on position sizes at a drawdown, in [0,1]: 1 up to `start`, 0 from `stop` on, linear between (specification 10.1). All
 * three are fractions. Throws `risk.bad-param` unless 0 <= start < stop <= 1, and `risk.bad-input` for a drawdown that is not finite.
 */
export function drawdownThrottle(drawdown: number, start: number, stop: number): number {
  if (!(start >= 0 && start < stop && stop <= 1)) {
    throw new CandorError('risk.bad-param', {
      kind: 'invalid',
      message: `The throttle needs 0 <= start < stop <= 1, not start ${start} and stop ${stop}.`,
    });
  }
  if (!Number.isFinite(drawdown)) {
    throw new CandorError('risk.bad-input', {
      kind: 'invalid',
      message: `The drawdown must be a finite number, not ${drawdown}.`,
    });
  }
  return Math.min(1, Math.max(0, (stop - drawdown) / (stop - start)));
}
