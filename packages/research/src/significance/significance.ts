import { type Figure, known, missing } from '../figure.ts';
import type { SharpeSample } from '../metrics/moments.ts';
import type { Trials } from '../run-to-assess.ts';
import { deflatedSharpe } from './deflated-sharpe.ts';
import { effectiveTrials } from './effective-trials.ts';
import { luckShare } from './luck-share.ts';
import { minTrackRecordLength } from './min-track-record-length.ts';
import { probabilisticSharpe } from './probabilistic-sharpe.ts';

export interface Significance {
  /** Probability that the true Sharpe ratio is above 0. */
  readonly psr: Figure;
  /** Probability that it is above what the best of the tries reaches by chance. */
  readonly dsr: Figure;
  /** How often that many skill-less tries find at least this Sharpe ratio. */
  readonly luckShare: Figure;
  /** Periods needed for 95 % confidence that the true Sharpe ratio is above 0; infinite where it is not above 0. */
  readonly minTrackRecord: Figure;
  /** Independent tries that the counted ones are worth. */
  readonly effectiveTrials: number;
  /** Whether the spread of the tries was measured, or is that of skill-less ones. */
  readonly spreadMeasured: boolean;
}

/**
 * Returns whether chance explains a Sharpe ratio, in all the ways that are asked. A run whose tries nobody counted is taken for a single
 * one. Where the variance of the tries' ratios is not known, that of skill-less tries of the same length stands in, 1/(n-1).
 */
export function significanceOf(sample: SharpeSample | undefined, n: number, trials: Trials): Significance {
  const effective = effectiveTrials(trials.count ?? 1, trials.averageCorrelation);
  const spreadMeasured = trials.varianceOfTrialSharpes !== undefined;
  if (!sample) {
    const absent = missing(n < 2 ? 'TOO_FEW_OBSERVATIONS' : 'ZERO_VARIANCE');
    return {
      psr: absent,
      dsr: absent,
      luckShare: absent,
      minTrackRecord: absent,
      effectiveTrials: effective,
      spreadMeasured,
    };
  }
  const variance = trials.varianceOfTrialSharpes ?? 1 / (n - 1);
  return {
    psr: probabilisticSharpe(sample),
    dsr: deflatedSharpe(sample, effective, variance).probability,
    luckShare: known(luckShare(sample.sharpe, n, effective)),
    minTrackRecord: known(minTrackRecordLength(sample)),
    effectiveTrials: effective,
    spreadMeasured,
  };
}
