import { CandorError } from '@candor/domain/candor-error';
import { normalPdf, normalQuantile } from '@candor/strategies/math/normal';
import { quantile } from '@candor/strategies/math/quantile';
import { type Figure, known, missing } from '../figure.ts';
import { momentsOf } from './moments.ts';

export interface ValueAtRisk {
  /** The loss that the worst 1 - confidence of periods reach or pass; a loss is positive. */
  readonly historical: number;
  /** The mean loss of those periods. */
  readonly conditionalHistorical: number;
  readonly gaussian: Figure;
  readonly conditionalGaussian: Figure;
  /** Gaussian, with its quantile corrected for skewness and kurtosis (Cornish & Fisher 1938). */
  readonly cornishFisher: Figure;
}

/** Returns the loss of one period that is passed with probability 1 - confidence. Throws `research.bad-param` for a confidence outside (0,1). */
export function valueAtRisk(returns: ArrayLike<number>, confidence = 0.95): ValueAtRisk {
  if (!(confidence > 0 && confidence < 1)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"confidence" must lie between 0 and 1; it is ${confidence}.`,
    });
  }
  const { mean, deviation, skew, kurtosis } = momentsOf(returns);
  const tail = 1 - confidence;
  const threshold = quantile(returns, tail);
  let sum = 0;
  let count = 0;
  for (let t = 0; t < returns.length; t++) {
    if (returns[t]! <= threshold) {
      sum += returns[t]!;
      count++;
    }
  }
  const z = normalQuantile(tail);
  const absent = missing(deviation === undefined ? 'TOO_FEW_OBSERVATIONS' : 'ZERO_VARIANCE');
  const spread = deviation ?? 0;
  return {
    historical: -threshold + 0,
    conditionalHistorical: -sum / count + 0,
    gaussian: spread === 0 ? absent : known(-(mean + z * spread)),
    conditionalGaussian: spread === 0 ? absent : known(-mean + (spread * normalPdf(z)) / tail),
    cornishFisher:
      skew === undefined || kurtosis === undefined
        ? absent
        : known(-(mean + cornishFisher(z, skew, kurtosis) * spread)),
  };
}

function cornishFisher(z: number, skew: number, kurtosis: number): number {
  return (
    z + ((z ** 2 - 1) * skew) / 6 + ((z ** 3 - 3 * z) * (kurtosis - 3)) / 24 - ((2 * z ** 3 - 5 * z) * skew ** 2) / 36
  );
}
