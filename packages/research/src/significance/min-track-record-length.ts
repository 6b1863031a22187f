import { CandorError } from '@candor/domain/candor-error';
import { normalQuantile } from '@candor/strategies/math/normal';
import type { SharpeSample } from '../metrics/moments.ts';
import { sharpeVarianceFactor } from './sharpe-variance.ts';

/**
 * Returns the number of periods after which this per-period Sharpe ratio, kept up, would exceed `benchmark` with the given confidence;
 * Infinity when it does not exceed it at all. Bailey & López de Prado 2012, equation 13. Throws `research.bad-param` for a confidence outside (0,1).
 */
export function minTrackRecordLength(sample: Omit<SharpeSample, 'n'>, benchmark = 0, confidence = 0.95): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"confidence" must lie between 0 and 1; it is ${confidence}.`,
    });
  }
  if (!(sample.sharpe > benchmark)) return Number.POSITIVE_INFINITY;
  return 1 + sharpeVarianceFactor(sample) * (normalQuantile(confidence) / (sample.sharpe - benchmark)) ** 2;
}
