import { type Figure, known, missing } from '../figure.ts';
import { momentsOf } from './moments.ts';

export interface TradeStats {
  readonly n: number;
  /** Share of trades with a result above 0. */
  readonly winRate: Figure;
  /** Gross win over gross loss; Infinity where there are wins and no loss. */
  readonly profitFactor: Figure;
  /** Mean result, in the unit of the results. */
  readonly expectancy: Figure;
  /** Mean result in units of the amount risked. */
  readonly expectancyR: Figure;
  /** Mean win over mean loss. */
  readonly payoff: Figure;
  /** Van Tharp's system quality number: sqrt(n) times mean over sample deviation of the results. */
  readonly sqn: Figure;
  readonly averageWin: Figure;
  /** Below 0. */
  readonly averageLoss: Figure;
  readonly maxConsecutiveLosses: number;
}

interface TradeStatsOptions {
  /** Amount risked per trade, in the unit of the results. */
  readonly risk?: number;
  /** Whether n counts as at most 100 in the quality number, as its author advises. */
  readonly capSqn?: boolean;
}

/** Returns statistics of trade results, one number a trade, after costs. A result of exactly 0 is neither win nor loss and ends a losing streak. */
export function tradeStatsOf(results: readonly number[], { risk, capSqn = false }: TradeStatsOptions = {}): TradeStats {
  const wins = results.filter((result) => result > 0);
  const losses = results.filter((result) => result < 0);
  const n = results.length;
  const won = total(wins);
  const lost = -total(losses);
  return {
    n,
    winRate: n === 0 ? missing('NO_TRADES') : known(wins.length / n),
    profitFactor: profitFactorOf(n, won, lost),
    expectancy: n === 0 ? missing('NO_TRADES') : known(total(results) / n),
    expectancyR:
      n === 0 ? missing('NO_TRADES') : risk === undefined ? missing('NO_RISK_UNIT') : known(total(results) / n / risk),
    payoff: payoffOf(n, won / wins.length, lost / losses.length),
    sqn: n === 0 ? missing('NO_TRADES') : qualityNumber(results, capSqn),
    averageWin: wins.length === 0 ? missing('NO_GAINS') : known(won / wins.length),
    averageLoss: losses.length === 0 ? missing('NO_LOSSES') : known(-lost / losses.length),
    maxConsecutiveLosses: longestLosingStreak(results),
  };
}

function profitFactorOf(n: number, won: number, lost: number): Figure {
  if (lost > 0) return known(won / lost);
  if (won > 0) return known(Number.POSITIVE_INFINITY);
  return missing(n === 0 ? 'NO_TRADES' : 'NO_LOSSES');
}

function payoffOf(n: number, averageWin: number, averageLoss: number): Figure {
  if (n === 0) return missing('NO_TRADES');
  if (Number.isNaN(averageLoss)) return missing('NO_LOSSES');
  return Number.isNaN(averageWin) ? missing('NO_GAINS') : known(averageWin / averageLoss);
}

// The unit of risk divides out of mean over deviation, so the results serve as they are.
function qualityNumber(results: readonly number[], cap: boolean): Figure {
  const { mean, deviation } = momentsOf(results);
  if (deviation === undefined) return missing('TOO_FEW_OBSERVATIONS');
  if (deviation === 0) return missing('ZERO_VARIANCE');
  return known((Math.sqrt(cap ? Math.min(100, results.length) : results.length) * mean) / deviation);
}

function longestLosingStreak(results: readonly number[]): number {
  let streak = 0;
  let longest = 0;
  for (const result of results) {
    streak = result < 0 ? streak + 1 : 0;
    longest = Math.max(longest, streak);
  }
  return longest;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
