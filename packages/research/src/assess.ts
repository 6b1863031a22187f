import { createRng } from '@candor/domain/rng';
import { isoFromDay } from '@candor/domain/time';
import { bootstrapSharpe, type SharpeInterval } from './bootstrap/stationary.ts';
import { describeMetrics } from './describe-metrics.ts';
import type { Metric } from './metric.ts';
import { drawdownEpisodes } from './metrics/drawdown.ts';
import { exposureOf } from './metrics/exposure.ts';
import { momentsOf, sharpeSampleOf } from './metrics/moments.ts';
import { type MonthlyReturns, monthlyReturns } from './metrics/monthly-returns.ts';
import { returnsFromEquity } from './metrics/return-series.ts';
import type { RunToAssess } from './run-to-assess.ts';
import { atSessionCloses } from './session-closes.ts';
import { significanceOf } from './significance/significance.ts';
import { judge, type Verdict } from './verdict.ts';
import { type Warning, warningsFor } from './warnings.ts';

/** What is to be believed of a run, and why. Plain JSON. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly metrics: readonly Metric[];
  /** Bootstrap interval of the annualised Sharpe ratio; null where the returns do not vary. */
  readonly sharpeInterval: SharpeInterval | null;
  readonly warnings: readonly Warning[];
  readonly monthlyReturns: readonly MonthlyReturns[];
  /** The deepest falls, at most five, deepest first. */
  readonly drawdowns: readonly DatedDrawdown[];
  /** Daily returns behind the statistics. */
  readonly observations: number;
}

export interface DatedDrawdown {
  /** As a fraction, below 0. */
  readonly depth: number;
  /** Session of the peak, YYYY-MM-DD; the first session for a fall from the starting equity. */
  readonly startedOn: string;
  readonly troughOn: string;
  /** Null while it has not recovered. */
  readonly recoveredOn: string | null;
  /** Sessions from peak to recovery, or to the end. */
  readonly sessions: number;
}

const DEEPEST_SHOWN = 5;

/**
 * Returns the assessment of a run: metrics, verdict, interval, warnings, months and drawdowns. Statistics are of one return a session;
 * the risk-free rate is 0. Pure: equal input, seed included, gives equal output. Throws `research.bad-input`,
 * `research.length-mismatch` or `research.insufficient-data` for columns that cannot be a run.
 */
export function assessRun(run: RunToAssess): Assessment {
  const closes = atSessionCloses(run.startEquityUsd, run.equityUsd, run.session);
  const alive = untilRuin(closes.equity);
  const returns = returnsFromEquity(alive);
  const moments = momentsOf(returns);
  const sample = sharpeSampleOf(moments);
  const significance = significanceOf(sample, returns.length, run.trials);
  const profitUsd = closes.equity.at(-1)! - run.startEquityUsd;
  const exposure = exposureOf(run.barsInvested, run.equityUsd.length);
  const { commissionUsd, slippageUsd, borrowUsd = 0 } = run.costs;
  return {
    verdict: judge({
      observations: returns.length,
      varies: sample !== undefined,
      netReturn: profitUsd / run.startEquityUsd,
      sharpe: sample && sample.sharpe * Math.sqrt(run.periodsPerYear),
      trials: run.trials.count,
      luckShare: significance.luckShare.value ?? undefined,
      psr: significance.psr.value ?? undefined,
      dsr: significance.dsr.value ?? undefined,
      outOfSampleReturn: run.outOfSampleReturn,
      doubledCostReturn: run.doubledCostReturn,
    }),
    metrics: describeMetrics({ run, closes, returns, moments, significance, profitUsd, exposure }),
    sharpeInterval:
      (sample && bootstrapSharpe(returns, { periodsPerYear: run.periodsPerYear, rng: createRng(run.seed) })) ?? null,
    warnings: warningsFor({
      observations: returns.length,
      closedTrades: run.trades.filter(({ exitAt }) => exitAt !== undefined).length,
      ambiguousBars: run.ambiguousBars,
      costsUsd: commissionUsd + slippageUsd + borrowUsd,
      profitUsd,
      exposure,
      instruments: run.instruments,
      hasBenchmark: run.benchmark !== undefined,
      trialsCounted: run.trials.count !== null,
      doubledCostsTested: run.doubledCostReturn !== undefined,
      ruined: alive.at(-1)! <= 0,
    }),
    monthlyReturns: monthlyReturns({ equity: alive, sessions: closes.sessions.subarray(0, returns.length) }),
    drawdowns: drawdownEpisodes(alive, DEEPEST_SHOWN).map((episode) => {
      const end = episode.recoveryIndex ?? alive.length - 1;
      return {
        depth: episode.depth,
        startedOn: dateOf(closes.sessions, episode.peakIndex),
        troughOn: dateOf(closes.sessions, episode.troughIndex),
        recoveredOn: episode.recoveryIndex === null ? null : dateOf(closes.sessions, episode.recoveryIndex),
        sessions: end - episode.peakIndex,
      };
    }),
    observations: returns.length,
  };
}

// No return starts from nothing: after the first point at or below 0 there are no more.
function untilRuin(equity: Float64Array): Float64Array {
  const ruin = equity.findIndex((value) => value <= 0);
  return ruin > 0 ? equity.subarray(0, ruin + 1) : equity;
}

// Point 0 is the equity before the first session, so point i belongs to session i - 1.
function dateOf(sessions: Int32Array, point: number): string {
  return isoFromDay(sessions[Math.max(0, point - 1)]!);
}
