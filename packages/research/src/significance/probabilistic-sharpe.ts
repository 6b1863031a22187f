import { normalCdf } from '@candor/strategies/math/normal';
import { type Figure, known, missing } from '../figure.ts';
import type { SharpeSample } from '../metrics/moments.ts';
import { sharpeVarianceFactor } from './sharpe-variance.ts';

/**
 * Returns the probability that the true Sharpe ratio exceeds `benchmark`, given the sample's length and shape; both ratios per period.
 * Bailey & López de Prado 2012, The Sharpe Ratio Efficient Frontier, Journal of Risk 15(2).
 */
export function probabilisticSharpe(sample: SharpeSample, benchmark = 0): Figure {
  if (sample.n < 2) return missing('TOO_FEW_OBSERVATIONS');
  const factor = sharpeVarianceFactor(sample);
  if (!(factor > 0)) return missing('DEGENERATE_MOMENTS');
  return known(normalCdf(((sample.sharpe - benchmark) * Math.sqrt(sample.n - 1)) / Math.sqrt(factor)));
}
