import { CandorError } from '@candor/domain/candor-error';

/** Returns the share of bars at whose close a position was held. Throws `research.bad-param` unless 0 <= held <= bars and bars > 0. */
export function exposureOf(barsWithPosition: number, bars: number): number {
  if (!(bars > 0 && barsWithPosition >= 0 && barsWithPosition <= bars)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `"barsWithPosition" must lie between 0 and the number of bars; it is ${barsWithPosition} of ${bars}.`,
    });
  }
  return barsWithPosition / bars;
}

/**
 * Returns how often per year the whole equity is turned over: half the value of all fills, since a round trip has two, over the mean
 * equity, per year. Throws `research.bad-param` unless years and mean equity are above 0.
 */
export function annualTurnover(tradedUsd: number, meanEquityUsd: number, years: number): number {
  if (!(meanEquityUsd > 0 && years > 0 && tradedUsd >= 0)) {
    throw new CandorError('research.bad-param', {
      kind: 'invalid',
      message: `Turnover needs a traded value not below 0 and mean equity and years above 0; they are ${tradedUsd}, ${meanEquityUsd} and ${years}.`,
    });
  }
  return tradedUsd / 2 / meanEquityUsd / years;
}
