import type { Trade } from '@candor/domain/trade';

/** A finished run as the assessment needs it; every column has one row a bar, oldest first. */
export interface RunToAssess {
  readonly startEquityUsd: number;
  /** Equity at each close. */
  readonly equityUsd: Float64Array;
  /** Day number of the session each bar belongs to. */
  readonly session: Int32Array;
  /** Bars at whose close something was held. */
  readonly barsInvested: number;
  /** Sessions a year: 252 for a stock exchange, 365 for a market that never closes. */
  readonly periodsPerYear: number;
  readonly trades: readonly Trade[];
  /** Sum of quantity times price over all fills. */
  readonly tradedUsd: number;
  readonly costs: RunCosts;
  /** Bars in which stop and target were both in reach, so that the order of events is an assumption. */
  readonly ambiguousBars: number;
  /** Number of instruments traded. */
  readonly instruments: number;
  readonly benchmark: Benchmark | undefined;
  readonly trials: Trials;
  /** Total return of the same run with every cost doubled; undefined where it was not run. */
  readonly doubledCostReturn: number | undefined;
  /** The same run at multiples of its costs, as far as it was run. */
  readonly costRuns?: readonly CostRun[];
  /** Total return on data the strategy was not fitted on; undefined where none was set aside. */
  readonly outOfSampleReturn?: number | undefined;
  /** Of the bootstrap: the same seed gives the same interval. */
  readonly seed: number;
}

export interface RunCosts {
  readonly commissionUsd: number;
  /** What fills lost against the price without slippage; part of the prices, so already in the equity. */
  readonly slippageUsd: number;
  readonly borrowUsd?: number;
}

export interface CostRun {
  /** What every cost was multiplied by. */
  readonly multiple: number;
  /** Equity at each close of the run's bars. */
  readonly equityUsd: Float64Array;
}

export interface Benchmark {
  readonly label: string;
  /** What a sentence calls it, like "holding AAPL"; the label unless given. */
  readonly inSentence?: string;
  /** Its value before the first bar, in the unit of `equityUsd`. */
  readonly startUsd: number;
  /** Its value at each close of the run's bars. */
  readonly equityUsd: Float64Array;
}

export interface Trials {
  /** Distinct configurations tried on this data, this one counted; null where nobody counted. */
  readonly count: number | null;
  /** Variance of their per-period Sharpe ratios; undefined takes that of skill-less tries, 1/(n-1). */
  readonly varianceOfTrialSharpes: number | undefined;
  /** Mean pairwise correlation of their returns, in [0,1]; 0 unless given, which is the strictest. */
  readonly averageCorrelation?: number;
}
