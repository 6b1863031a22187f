import { toUsd } from '@candor/domain/money';
import { type Figure, known, missing } from './figure.ts';
import { type Metric, metric } from './metric.ts';
import { drawdownOf } from './metrics/drawdown.ts';
import { annualTurnover } from './metrics/exposure.ts';
import { growthOf } from './metrics/growth.ts';
import { type Moments, meanOf } from './metrics/moments.ts';
import {
  calmarRatio,
  gainToPainRatio,
  hitRate,
  omegaRatio,
  sharpeRatio,
  sortinoRatio,
  tailRatio,
} from './metrics/ratios.ts';
import { relativeTo } from './metrics/relative.ts';
import { equityFromReturns, returnsFromEquity } from './metrics/return-series.ts';
import { tradeStatsOf } from './metrics/trade-stats.ts';
import { valueAtRisk } from './metrics/value-at-risk.ts';
import type { RunToAssess } from './run-to-assess.ts';
import { atSessionCloses, type SessionCloses } from './session-closes.ts';
import { sharpeStandardError } from './significance/sharpe-variance.ts';
import type { Significance } from './significance/significance.ts';

export interface MetricSources {
  readonly run: RunToAssess;
  readonly closes: SessionCloses;
  /** One return a session, up to ruin where there was one. */
  readonly returns: Float64Array;
  readonly moments: Moments;
  readonly significance: Significance;
  readonly profitUsd: number;
  readonly exposure: number;
}

/** Returns every number of the report with its unit and its meaning, in reading order. */
export function describeMetrics(sources: MetricSources): Metric[] {
  return [
    ...returnMetrics(sources),
    ...riskMetrics(sources),
    ...ratioMetrics(sources),
    ...significanceMetrics(sources),
    ...tradeMetrics(sources),
    ...costMetrics(sources),
    ...benchmarkMetrics(sources),
  ];
}

function returnMetrics({ run, closes, returns, profitUsd }: MetricSources): Metric[] {
  const growth = growthOf(returns, run.periodsPerYear);
  return [
    metric(
      'return',
      'totalReturn',
      'Total return',
      'fraction',
      profitUsd / run.startEquityUsd,
      'What the account gained over the whole run, after costs.',
    ),
    metric(
      'return',
      'cagr',
      'Growth a year',
      'fraction',
      growth.cagr,
      'The steady yearly growth that leads to the same end.',
    ),
    metric('return', 'profit', 'Profit', 'usd', profitUsd, 'Final less starting equity.'),
    metric(
      'return',
      'finalEquity',
      'Final equity',
      'usd',
      closes.equity.at(-1)!,
      'Cash and holdings at the last close.',
    ),
    metric('return', 'bestDay', 'Best day', 'fraction', growth.bestPeriod, 'The highest return of a session.'),
    metric('return', 'worstDay', 'Worst day', 'fraction', growth.worstPeriod, 'The lowest return of a session.'),
    metric(
      'return',
      'hitRate',
      'Days with a gain',
      'fraction',
      hitRate(returns),
      'Share of sessions with a return above 0; days out of the market count as no gain.',
    ),
  ];
}

function riskMetrics({ run, returns, moments, exposure }: MetricSources): Metric[] {
  const growth = growthOf(returns, run.periodsPerYear);
  const drawdown = drawdownOf(equityFromReturns(returns));
  const loss = valueAtRisk(returns);
  const flat = missing(moments.deviation === undefined ? 'TOO_FEW_OBSERVATIONS' : 'ZERO_VARIANCE');
  const shape = (value: number | undefined): Figure => (value === undefined ? flat : known(value));
  return [
    metric(
      'risk',
      'maxDrawdown',
      'Deepest drawdown',
      'fraction',
      drawdown.maxDrawdown,
      'The largest fall from an earlier peak, at session closes.',
    ),
    metric(
      'risk',
      'longestUnderwater',
      'Longest under water',
      'sessions',
      drawdown.longestUnderwater,
      'The longest time spent below an earlier peak.',
    ),
    metric(
      'risk',
      'ulcer',
      'Ulcer index',
      'fraction',
      drawdown.ulcer,
      'Typical depth below the last peak: root of the mean squared drawdown.',
    ),
    metric(
      'risk',
      'volatility',
      'Volatility',
      'fraction',
      growth.volatility,
      'How much returns vary, as a standard deviation a year.',
    ),
    metric(
      'risk',
      'var95',
      'Value at risk, 95%',
      'fraction',
      loss.historical,
      'On one session in twenty the loss was at least this.',
    ),
    metric(
      'risk',
      'cvar95',
      'Expected shortfall, 95%',
      'fraction',
      loss.conditionalHistorical,
      'The mean loss of those sessions.',
    ),
    metric(
      'risk',
      'varCornishFisher',
      'Value at risk, fitted',
      'fraction',
      loss.cornishFisher,
      'The same from mean, deviation, skewness and kurtosis, less jumpy than single sessions.',
    ),
    metric(
      'risk',
      'skew',
      'Skewness',
      'ratio',
      shape(moments.skew),
      'Below 0, large losses are likelier than large gains.',
    ),
    metric(
      'risk',
      'kurtosis',
      'Kurtosis',
      'ratio',
      shape(moments.kurtosis),
      'Above 3, extreme sessions are likelier than a normal law says.',
    ),
    metric('risk', 'exposure', 'Exposure', 'fraction', exposure, 'Share of bars at whose close something was held.'),
  ];
}

function ratioMetrics({ run: { periodsPerYear }, returns, moments }: MetricSources): Metric[] {
  const sharpe = sharpeRatio(returns, periodsPerYear);
  const error: Figure =
    sharpe.value === null
      ? sharpe
      : known(sharpeStandardError(sharpe.value / Math.sqrt(periodsPerYear), moments.n) * Math.sqrt(periodsPerYear));
  return [
    metric(
      'ratio',
      'sharpe',
      'Sharpe ratio',
      'ratio',
      sharpe,
      'Return for the variation taken, a year; the risk-free rate counts as 0.',
    ),
    metric(
      'ratio',
      'sharpeError',
      'Standard error of it',
      'ratio',
      error,
      'How far the Sharpe ratio would scatter between samples of this length.',
    ),
    metric(
      'ratio',
      'sortino',
      'Sortino ratio',
      'ratio',
      sortinoRatio(returns, periodsPerYear),
      'As the Sharpe ratio, but only losses count as variation.',
    ),
    metric(
      'ratio',
      'calmar',
      'Calmar ratio',
      'ratio',
      calmarRatio(returns, periodsPerYear),
      'Growth a year over the deepest drawdown.',
    ),
    metric(
      'ratio',
      'omega',
      'Omega ratio',
      'ratio',
      omegaRatio(returns),
      'Sum of gains over sum of losses, by session.',
    ),
    metric(
      'ratio',
      'gainToPain',
      'Gain to pain',
      'ratio',
      gainToPainRatio(returns),
      'Sum of all returns over the sum of losses.',
    ),
    metric(
      'ratio',
      'tailRatio',
      'Tail ratio',
      'ratio',
      tailRatio(returns),
      'Size of the best twentieth of sessions over that of the worst.',
    ),
  ];
}

function significanceMetrics({ run: { trials, periodsPerYear }, significance }: MetricSources): Metric[] {
  const { minTrackRecord, spreadMeasured } = significance;
  const spread = spreadMeasured ? 'their measured spread' : 'the spread that skill-less tries have';
  const years = minTrackRecord.value === null ? minTrackRecord : known(minTrackRecord.value / periodsPerYear);
  return [
    metric(
      'significance',
      'trials',
      'Tries on this data',
      'count',
      trials.count ?? missing('NOT_COUNTED'),
      'Configurations tried on this data, this one counted.',
    ),
    metric(
      'significance',
      'luckShare',
      'Luck share',
      'fraction',
      significance.luckShare,
      'How often that many tries without any skill find at least this Sharpe ratio.',
    ),
    metric(
      'significance',
      'psr',
      'Probabilistic Sharpe',
      'fraction',
      significance.psr,
      'Certainty that the true Sharpe ratio is above 0, were this the only try.',
    ),
    metric(
      'significance',
      'dsr',
      'Deflated Sharpe',
      'fraction',
      significance.dsr,
      `Certainty that it is above what the best of the tries reaches by chance, by ${spread}.`,
    ),
    metric(
      'significance',
      'minTrackRecord',
      'Record needed',
      'years',
      years,
      'Length at which this Sharpe ratio would be above 0 with 95% certainty.',
    ),
  ];
}

function tradeMetrics({ run }: MetricSources): Metric[] {
  const closed = run.trades.filter(({ exitAt }) => exitAt !== undefined);
  const stats = tradeStatsOf(closed.map(({ grossMicros, commissionMicros }) => toUsd(grossMicros - commissionMicros)));
  const held = closed.length === 0 ? missing('NO_TRADES') : known(meanOf(closed.map(({ barsHeld }) => barsHeld)));
  return [
    metric(
      'trades',
      'trades',
      'Completed trades',
      'count',
      stats.n,
      'From flat to flat; a position still open is not counted.',
    ),
    metric(
      'trades',
      'winRate',
      'Trades won',
      'fraction',
      stats.winRate,
      'Share of trades with a result above 0, after commissions.',
    ),
    metric('trades', 'profitFactor', 'Profit factor', 'ratio', stats.profitFactor, 'Sum of wins over sum of losses.'),
    metric('trades', 'expectancy', 'Mean result a trade', 'usd', stats.expectancy, 'What a trade made on average.'),
    metric('trades', 'averageWin', 'Mean win', 'usd', stats.averageWin, 'Mean result of the trades won.'),
    metric('trades', 'averageLoss', 'Mean loss', 'usd', stats.averageLoss, 'Mean result of the trades lost.'),
    metric('trades', 'payoff', 'Payoff', 'ratio', stats.payoff, 'Mean win over mean loss.'),
    metric(
      'trades',
      'sqn',
      'System quality',
      'ratio',
      stats.sqn,
      'Mean over deviation of the results, times the root of their number.',
    ),
    metric(
      'trades',
      'maxConsecutiveLosses',
      'Losses in a row',
      'count',
      stats.maxConsecutiveLosses,
      'The longest streak of lost trades.',
    ),
    metric('trades', 'barsHeld', 'Mean holding time', 'bars', held, 'From entry to exit.'),
  ];
}

function costMetrics({ run, closes, returns, profitUsd }: MetricSources): Metric[] {
  const { commissionUsd, slippageUsd, borrowUsd = 0 } = run.costs;
  const costsUsd = commissionUsd + slippageUsd + borrowUsd;
  const gross = profitUsd + costsUsd;
  const share = gross > 0 ? known(costsUsd / gross) : missing('NO_GAINS');
  const equity = meanOf(closes.equity);
  const years = returns.length / run.periodsPerYear;
  return [
    metric('costs', 'costs', 'Costs', 'usd', costsUsd, 'Commission, slippage and borrowing together.'),
    metric('costs', 'commission', 'Commission', 'usd', commissionUsd, 'Paid to the broker.'),
    metric('costs', 'slippage', 'Slippage', 'usd', slippageUsd, 'What fills lost against the undisturbed price.'),
    metric(
      'costs',
      'costShare',
      'Costs over gross profit',
      'fraction',
      share,
      'Share of the earnings before costs that costs took.',
    ),
    metric(
      'costs',
      'turnover',
      'Turnover a year',
      'ratio',
      equity > 0 ? annualTurnover(run.tradedUsd, equity, years) : missing('RUIN'),
      'How many times a year the whole equity was exchanged.',
    ),
    metric(
      'costs',
      'doubledCostReturn',
      'Return at doubled costs',
      'fraction',
      run.doubledCostReturn ?? missing('NOT_TESTED'),
      'Total return of the same run with every cost doubled.',
    ),
  ];
}

function benchmarkMetrics({ run, returns }: MetricSources): Metric[] {
  const { benchmark, session, startEquityUsd, equityUsd, periodsPerYear } = run;
  const name = benchmark?.label ?? 'the benchmark';
  const absent = missing('NO_BENCHMARK');
  const curve = benchmark && atSessionCloses(benchmark.startUsd, benchmark.equityUsd, session).equity;
  const relative = curve && relativeTo(returns, returnsFromEquity(curve).subarray(0, returns.length), periodsPerYear);
  const total = curve && curve.at(-1)! / curve[0]! - 1;
  const own = equityUsd.at(-1)! / startEquityUsd - 1;
  return [
    metric('benchmark', 'benchmarkReturn', 'Benchmark return', 'fraction', total ?? absent, `Total return of ${name}.`),
    metric(
      'benchmark',
      'excessReturn',
      'Return above it',
      'fraction',
      total === undefined ? absent : own - total,
      `Total return less that of ${name}.`,
    ),
    metric('benchmark', 'beta', 'Beta', 'ratio', relative?.beta ?? absent, `How much it moved for each 1% of ${name}.`),
    metric(
      'benchmark',
      'alpha',
      'Alpha a year',
      'fraction',
      relative?.alphaAnnual ?? absent,
      `Return a year that moving with ${name} does not explain.`,
    ),
    metric(
      'benchmark',
      'correlation',
      'Correlation',
      'ratio',
      relative?.correlation ?? absent,
      `How closely it followed ${name}, from -1 to 1.`,
    ),
    metric(
      'benchmark',
      'trackingError',
      'Tracking error',
      'fraction',
      relative?.trackingError ?? absent,
      `How much its return differed from ${name}, a year.`,
    ),
    metric(
      'benchmark',
      'informationRatio',
      'Information ratio',
      'ratio',
      relative?.informationRatio ?? absent,
      `Return above ${name} for the difference taken, a year.`,
    ),
    metric(
      'benchmark',
      'upCapture',
      'Capture of gains',
      'ratio',
      relative?.upCapture ?? absent,
      `Mean return over that of ${name} on the days it rose.`,
    ),
    metric(
      'benchmark',
      'downCapture',
      'Capture of losses',
      'ratio',
      relative?.downCapture ?? absent,
      `The same on the days it fell.`,
    ),
  ];
}
