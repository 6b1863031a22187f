import type { Figure } from '../figure.ts';
import type { SharpeSample } from '../metrics/moments.ts';
import { expectedMaxSharpe } from './expected-max-sharpe.ts';
import { probabilisticSharpe } from './probabilistic-sharpe.ts';

export interface DeflatedSharpe {
  /** Per-period Sharpe ratio that this many skill-less tries are expected to reach. */
  readonly threshold: number;
  /** Probability that the true Sharpe ratio exceeds that threshold. */
  readonly probability: Figure;
}

/**
 * Returns the probability that the true Sharpe ratio exceeds what the best of `trials` skill-less tries would show; `varianceOfTrials`
 * is the variance of the tries' per-period ratios. Bailey & López de Prado 2014, The Deflated Sharpe Ratio, Journal of Portfolio Management 40(5).
 */
export function deflatedSharpe(sample: SharpeSample, trials: number, varianceOfTrials: number): DeflatedSharpe {
  const threshold = expectedMaxSharpe(trials, varianceOfTrials);
  return { threshold, probability: probabilisticSharpe(sample, threshold) };
}
