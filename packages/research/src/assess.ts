import { toUsd } from '@candor/domain/money';
import { createRng } from '@candor/domain/rng';
import { isoFromDay, isoFromInstant } from '@candor/domain/time';
import { bootstrapFan, type EquityFan } from './bootstrap/fan.ts';
import { bootstrapSharpe, type SharpeInterval } from './bootstrap/stationary.ts';
import { type CostFinding, costFindingsOf } from './cost-sensitivity.ts';
import { describeMetrics } from './describe-metrics.ts';
import type { Absent } from './figure.ts';
import type { Metric } from './metric.ts';
import { drawdownEpisodes, drawdownOf } from './metrics/drawdown.ts';
import { exposureOf } from './metrics/exposure.ts';
import { momentsOf, sharpeSampleOf } from './metrics/moments.ts';
import { type MonthlyReturns, monthlyReturns } from './metrics/monthly-returns.ts';
import { returnsFromEquity } from './metrics/return-series.ts';
import { type Reason, type ReasonFacts, reasonsFor } from './reasons.ts';
import type { RunToAssess } from './run-to-assess.ts';
import { atSessionCloses, type SessionCloses, untilRuin } from './session-closes.ts';
import { type Luck, luckOf } from './significance/luck.ts';
import { significanceOf } from './significance/significance.ts';
import { type Split, splitOf } from './split-of.ts';
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
  readonly luck: Luck | Absent;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
  readonly split: Split | Absent;
  /** In rising order of the costs; empty where nothing was run again. */
  readonly costFindings: readonly CostFinding[];
  readonly fan: Fan | Absent;
}

/** Where the equity might have gone; one entry a place in each column. */
export interface Fan {
  /** Rows of the equity column, each the last bar of a session. */
  readonly rows: readonly number[];
  /** The sessions, YYYY-MM-DD. */
  readonly sessions: readonly string[];
  readonly p05Usd: readonly number[];
  readonly p25Usd: readonly number[];
  readonly p75Usd: readonly number[];
  readonly p95Usd: readonly number[];
  readonly resamples: number;
  readonly meanBlock: number;
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
  const costsUsd = commissionUsd + slippageUsd + borrowUsd;
  const sharpeInterval =
    (sample && bootstrapSharpe(returns, { periodsPerYear: run.periodsPerYear, rng: createRng(run.seed) })) ?? null;
  const costFindings = costFindingsOf(run.costRuns ?? [], run);
  const split = splitOf({
    equity: alive,
    returns,
    sessions: closes.sessions,
    trials: run.trials.count,
    periodsPerYear: run.periodsPerYear,
  });
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
    sharpeInterval,
    warnings: warningsFor({
      observations: returns.length,
      closedTrades: run.trades.filter(({ exitAt }) => exitAt !== undefined).length,
      ambiguousBars: run.ambiguousBars,
      costsUsd,
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
    luck: luckOf(sample, significance, run.trials.count, run.periodsPerYear),
    reasons: reasonsFor({
      observations: returns.length,
      netReturn: profitUsd / run.startEquityUsd,
      profitUsd,
      closedTrades: closedTradesOf(run),
      exposure,
      costsUsd,
      maxDrawdown: drawdownOf(alive).maxDrawdown,
      holding: holdingOf(run),
      doubled: costFindings.find(({ multiple }) => multiple === 2),
      sharpeInterval,
      split: 'missingBecause' in split ? undefined : split,
    }),
    split,
    costFindings,
    fan: fanOf(run, closes, returns, sample !== undefined),
  };
}

function closedTradesOf({ trades }: RunToAssess): ReasonFacts['closedTrades'] {
  return trades.flatMap(({ entryAt, exitAt, grossMicros, commissionMicros }) =>
    exitAt === undefined
      ? []
      : [{ entryOn: utcDateOf(entryAt), exitOn: utcDateOf(exitAt), netUsd: toUsd(grossMicros - commissionMicros) }],
  );
}

function holdingOf({ benchmark, session }: RunToAssess): ReasonFacts['holding'] {
  if (benchmark === undefined) return undefined;
  const { label, inSentence = label, startUsd } = benchmark;
  const { equity } = atSessionCloses(startUsd, benchmark.equityUsd, session);
  return {
    name: inSentence,
    totalReturn: equity.at(-1)! / startUsd - 1,
    maxDrawdown: drawdownOf(equity).maxDrawdown,
  };
}

function fanOf(run: RunToAssess, closes: SessionCloses, returns: Float64Array, varies: boolean): Fan | Absent {
  if (!varies) return { missingBecause: 'The returns do not vary, so mixing them anew shows nothing.' };
  if (returns.at(-1)! <= -1) return { missingBecause: 'The account lost everything, so there is nothing to resample.' };
  const { at, p05, p25, p75, p95, resamples, meanBlock }: EquityFan = bootstrapFan(returns, {
    start: run.startEquityUsd,
    rng: createRng(run.seed),
  });
  return {
    rows: at.map((session) => closes.rows[session]!),
    sessions: at.map((session) => isoFromDay(closes.sessions[session]!)),
    p05Usd: p05,
    p25Usd: p25,
    p75Usd: p75,
    p95Usd: p95,
    resamples,
    meanBlock,
  };
}

// Point 0 is the equity before the first session, so point i belongs to session i - 1.
function dateOf(sessions: Int32Array, point: number): string {
  return isoFromDay(sessions[Math.max(0, point - 1)]!);
}

// Both exchanges there are hold their sessions within one day of UTC.
function utcDateOf(instant: number): string {
  return isoFromInstant(instant).slice(0, 10);
}
