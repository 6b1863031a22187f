import { createRng } from '@candor/domain/rng';
import { bootstrapSharpe, stationaryIndices } from '@candor/research/bootstrap/stationary';
import type { Figure } from '@candor/research/figure';
import { drawdownOf } from '@candor/research/metrics/drawdown';
import { growthOf } from '@candor/research/metrics/growth';
import { momentsOf, sharpeSampleOf } from '@candor/research/metrics/moments';
import {
  calmarRatio,
  gainToPainRatio,
  hitRate,
  omegaRatio,
  sharpeRatio,
  sortinoRatio,
  tailRatio,
} from '@candor/research/metrics/ratios';
import { relativeTo } from '@candor/research/metrics/relative';
import { equityFromReturns } from '@candor/research/metrics/return-series';
import { tradeStatsOf } from '@candor/research/metrics/trade-stats';
import { valueAtRisk } from '@candor/research/metrics/value-at-risk';
import { deflatedSharpe } from '@candor/research/significance/deflated-sharpe';
import { expectedMaxSharpe } from '@candor/research/significance/expected-max-sharpe';
import { loEtaAr1, loSharpe } from '@candor/research/significance/lo-sharpe';
import { minTrackRecordLength } from '@candor/research/significance/min-track-record-length';
import { probabilisticSharpe } from '@candor/research/significance/probabilistic-sharpe';
import { sharpeStandardError } from '@candor/research/significance/sharpe-variance';
import type { Adapters, OracleInput } from './adapter.ts';
import { booleanIn, numberIn, numbersIn } from './read-input.ts';

const DAILY = 252;

/** Section 9: performance, significance and the stationary bootstrap. */
export const METRICS_ADAPTERS: Adapters = {
  'metrics.summary': (input) => {
    const returns = returnsIn(input);
    const riskFree = numberIn(input, 'riskFree', 0);
    const periods = numberIn(input, 'periodsPerYear', DAILY);
    const growth = growthOf(returns, periods);
    const drawdown = drawdownOf(equityFromReturns(returns));
    const moments = momentsOf(returns);
    const risk = valueAtRisk(returns, numberIn(input, 'alpha', 0.95));
    return {
      totalReturn: growth.totalReturn,
      cagr: growth.cagr.value,
      volatility: growth.volatility.value,
      bestPeriod: growth.bestPeriod,
      worstPeriod: growth.worstPeriod,
      sharpe: sharpeRatio(returns, periods, riskFree).value,
      sortino: sortinoRatio(returns, periods, riskFree).value,
      maxDrawdown: drawdown.maxDrawdown,
      longestUnderwater: drawdown.longestUnderwater,
      ulcer: drawdown.ulcer,
      calmar: calmarRatio(returns, periods).value,
      skew: moments.skew ?? null,
      kurtosis: moments.kurtosis ?? null,
      varHist: risk.historical,
      cvarHist: risk.conditionalHistorical,
      varGauss: risk.gaussian.value,
      cvarGauss: risk.conditionalGaussian.value,
      varCornishFisher: risk.cornishFisher.value,
      omega: omegaRatio(returns).value,
      tailRatio: tailRatio(returns).value,
      hitRate: hitRate(returns),
      gainToPain: gainToPainRatio(returns).value,
    };
  },
  'metrics.sharpe': (input) =>
    sharpeRatio(returnsIn(input), numberIn(input, 'periodsPerYear', DAILY), numberIn(input, 'riskFree', 0)),
  'metrics.drawdown': (input) => drawdownOf(equityFromReturns(returnsIn(input))),
  'metrics.relative': (input) =>
    valuesOf(
      relativeTo(
        returnsIn(input),
        numbersIn(input, 'benchmark'),
        numberIn(input, 'periodsPerYear', DAILY),
        numberIn(input, 'riskFree', 0),
      ),
    ),
  'metrics.tradeStats': (input) =>
    valuesOf(
      tradeStatsOf(numbersIn(input, 'pnl'), {
        ...('risk' in input ? { risk: numberIn(input, 'risk') } : {}),
        capSqn: booleanIn(input, 'cap', false),
      }),
    ),
  'metrics.sharpeLo': (input) => {
    const { perPeriod, autocorrelations, eta, overHorizon } = loSharpe(
      returnsIn(input),
      numberIn(input, 'q'),
      numberIn(input, 'riskFree', 0),
    );
    return { srPeriod: perPeriod.value, autocorrelations, eta: eta.value, sharpeQ: overHorizon.value };
  },
  'metrics.loEtaAr1': (input) => loEtaAr1(numberIn(input, 'rho'), numberIn(input, 'q')),
  'metrics.sharpeSe': (input) => sharpeStandardError(numberIn(input, 'sr'), numberIn(input, 'n')),
  'metrics.psr': (input) => {
    const sample = sharpeSampleOf(momentsOf(returnsIn(input)));
    if (!sample) return { sr: null, value: null, reason: 'ZERO_VARIANCE' };
    return { sr: sample.sharpe, ...probabilisticSharpe(sample, numberIn(input, 'benchmarkSr', 0)) };
  },
  'metrics.psrFromMoments': (input) => probabilisticSharpe(sampleIn(input), numberIn(input, 'benchmarkSr', 0)),
  'metrics.expectedMaxSharpe': (input) => expectedMaxSharpe(numberIn(input, 'nTrials'), numberIn(input, 'varTrials')),
  'metrics.dsr': (input) => {
    const { threshold, probability } = deflatedSharpe(
      sampleIn(input),
      numberIn(input, 'nTrials'),
      numberIn(input, 'varTrials'),
    );
    return { sr0: threshold, ...probability };
  },
  'metrics.minTrackRecordLength': (input) => {
    const periods = minTrackRecordLength(
      { sharpe: numberIn(input, 'sr'), skew: numberIn(input, 'skew', 0), kurtosis: numberIn(input, 'kurtosis', 3) },
      numberIn(input, 'benchmarkSr', 0),
      numberIn(input, 'confidence', 0.95),
    );
    return { value: periods, periods, years: periods / numberIn(input, 'periodsPerYear', DAILY) };
  },
  'bootstrap.stationaryIndices': (input) => {
    const indices = new Int32Array(numberIn(input, 'n'));
    stationaryIndices(indices, numberIn(input, 'meanBlock'), createRng(numberIn(input, 'seed')));
    return Array.from(indices);
  },
  'bootstrap.sharpeCI': (input) => {
    const interval = bootstrapSharpe(Float64Array.from(returnsIn(input)), {
      periodsPerYear: numberIn(input, 'periodsPerYear', DAILY),
      ...('meanBlock' in input ? { meanBlock: numberIn(input, 'meanBlock') } : {}),
      resamples: numberIn(input, 'B', 2_000),
      level: numberIn(input, 'level', 0.9),
      rng: createRng(numberIn(input, 'seed')),
    });
    return interval
      ? { lo: interval.low, hi: interval.high, median: interval.median }
      : { lo: null, hi: null, median: null };
  },
};

function returnsIn(input: OracleInput): number[] {
  return numbersIn(input, 'data' in input ? 'data' : 'returns');
}

function sampleIn(input: OracleInput): { sharpe: number; n: number; skew: number; kurtosis: number } {
  return {
    sharpe: numberIn(input, 'sr'),
    n: numberIn(input, 'n'),
    skew: numberIn(input, 'skew', 0),
    kurtosis: numberIn(input, 'kurtosis', 3),
  };
}

function valuesOf(figures: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      typeof figure === 'object' && figure !== null ? (figure as Figure).value : figure,
    ]),
  );
}
