/** Why a number does not exist. Stable, for machines; the sentence beside it is for people. */
export type MissingReason =
  | 'TOO_FEW_OBSERVATIONS'
  | 'ZERO_VARIANCE'
  | 'NO_DRAWDOWN'
  | 'NO_GAINS'
  | 'NO_LOSSES'
  | 'NO_TRADES'
  | 'NO_RISK_UNIT'
  | 'NO_BENCHMARK'
  | 'BENCHMARK_WITHOUT_VARIANCE'
  | 'NO_SUCH_PERIODS'
  | 'ZERO_TAIL'
  | 'RUIN'
  | 'UNBOUNDED'
  | 'DEGENERATE_MOMENTS'
  | 'NEGATIVE_RADICAND'
  | 'NOT_TESTED'
  | 'NOT_COUNTED';

/** A number, or the reason why there is none. Nothing is ever put in its place. */
export type Figure = { readonly value: number } | NoFigure;

interface NoFigure {
  readonly value: null;
  readonly reason: MissingReason;
  readonly sentence: string;
}

/** Stands where a part of the report could not be made, and says why. */
export interface Absent {
  readonly missingBecause: string;
}

/** Returns a figure that has a value; minus zero becomes zero, because JSON has no such number. */
export function known(value: number): Figure {
  return { value: value + 0 };
}

/** Returns a figure that has none, with the sentence that says why. */
export function missing(reason: MissingReason): NoFigure {
  return { value: null, reason, sentence: SENTENCES[reason] };
}

const SENTENCES: Readonly<Record<MissingReason, string>> = {
  TOO_FEW_OBSERVATIONS: 'There are too few observations to compute it.',
  ZERO_VARIANCE: 'The returns do not vary, so a ratio to their variation does not exist.',
  NO_DRAWDOWN: 'The equity never fell below an earlier peak, so there is nothing to divide by.',
  NO_GAINS: 'There is no gain to set against the losses.',
  NO_LOSSES: 'There is no loss to divide by.',
  NO_TRADES: 'No trade was completed.',
  NO_RISK_UNIT: 'The amount risked per trade is not known.',
  NO_BENCHMARK: 'No benchmark was given to compare with.',
  BENCHMARK_WITHOUT_VARIANCE: 'The benchmark does not vary, so nothing can be measured against its variation.',
  NO_SUCH_PERIODS: 'The benchmark had no period of this kind.',
  ZERO_TAIL: 'The lower tail is zero, so there is nothing to divide by.',
  RUIN: 'The equity reached zero or less, so no growth rate exists.',
  UNBOUNDED: 'There is no upper bound: the number is infinite.',
  DEGENERATE_MOMENTS: 'Skewness and kurtosis of these returns leave no variance for the estimated Sharpe ratio.',
  NEGATIVE_RADICAND: 'The autocorrelations are so negative that the scaling has no real value.',
  NOT_TESTED: 'It was not tested.',
  NOT_COUNTED: 'Nobody counted.',
};
