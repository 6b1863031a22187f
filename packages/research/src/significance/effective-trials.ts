import { CandorError } from '@candor/domain/candor-error';

/**
 * Returns the number of independent tries that `trials` tries with this mean pairwise correlation are worth: rho + (1 - rho) trials.
 * Throws `research.bad-param` for a count that is not a whole number above 0 or a correlation outside [0,1].
 */
export function effectiveTrials(trials: number, averageCorrelation = 0): number {
  if (!(Number.isInteger(trials) && trials >= 1 && averageCorrelation >= 0 && averageCorrelation <= 1)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"trials" must be a whole number above 0 and "averageCorrelation" lie in [0,1]; they are ${trials} and ${averageCorrelation}.`,
    });
  }
  return averageCorrelation + (1 - averageCorrelation) * trials;
}
