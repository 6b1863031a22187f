import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import { describe, expect, it } from 'vitest';
import { drawdownOf } from './drawdown.ts';
import { growthOf } from './growth.ts';
import { calmarRatio, omegaRatio, sharpeRatio, sortinoRatio, tailRatio } from './ratios.ts';
import { relativeTo } from './relative.ts';
import { equityFromReturns, requireReturns } from './return-series.ts';

const shared = process.env['CANDOR_REFERENCE_DATA'] ?? join(import.meta.dirname, '../../../../../shared');
const path = join(shared, 'data/expected/empyrical/metrics.json');

type Operand = { readonly series: string } | number;

interface Reference {
  readonly series: Readonly<Record<string, { readonly values: readonly (number | null)[] }>>;
  readonly cases: readonly {
    readonly test: string;
    readonly returns: { readonly series: string };
    readonly period?: keyof typeof PER_YEAR;
    readonly risk_free?: Operand;
    readonly required_return?: Operand;
    readonly factor_returns?: Operand;
    readonly benchmark?: Operand;
    readonly expected: unknown;
    readonly decimals: number | null;
  }[];
}

const PER_YEAR = { daily: 252, weekly: 52, monthly: 12 };

type Computation = (returns: number[], other: number[], periodsPerYear: number) => number | null;

// Where the definitions agree, our name for theirs. A series with a gap has the gap left out, as they do.
const AGREE: Readonly<Record<string, Computation>> = {
  cum_returns_final: (returns, _, perYear) => growthOf(returns, perYear).totalReturn,
  annual_ret: (returns, _, perYear) => growthOf(returns, perYear).cagr.value,
  cagr: (returns, _, perYear) => growthOf(returns, perYear).cagr.value,
  annual_volatility: (returns, _, perYear) => growthOf(returns, perYear).volatility.value,
  max_drawdown: (returns) => drawdownOf(equityFromReturns(returns)).maxDrawdown,
  calmar: (returns, _, perYear) => calmarRatio(returns, perYear).value,
  sharpe_ratio: (returns, riskFree, perYear) => sharpeRatio(less(returns, riskFree), perYear).value,
  sortino: (returns, required, perYear) => sortinoRatio(less(returns, required), perYear).value,
  omega: (returns, riskFree) => omegaRatio(less(returns, riskFree)).value,
  excess_sharpe: (returns, factor) => relativeTo(returns, factor, 1).informationRatio.value,
  beta: (returns, benchmark, perYear) => relativeTo(returns, benchmark, perYear).beta.value,
  tail_ratio: (returns) => tailRatio(returns).value,
};

// Why the other cases are not ours to meet.
const DIFFER: Readonly<Record<string, string>> = {
  cum_returns: 'a curve, checked by its last point',
  aggregate_returns: 'our months are the calendar months of sessions, checked beside the table itself',
  downside_risk: 'only as the denominator of Sortino',
  alpha: 'theirs compounds the mean to a year, ours multiplies it',
  alpha_beta: 'as alpha',
  up_alpha_beta: 'as alpha, on rising periods only',
  down_alpha_beta: 'as alpha, on falling periods only',
  up_capture: 'theirs divides compound yearly returns, ours means',
  down_capture: 'as up_capture',
  capture_ratio: 'as up_capture',
  up_down_capture: 'as up_capture',
  roll_up_capture: 'rolling',
  roll_down_capture: 'rolling',
  roll_up_down_capture: 'rolling',
  roll_max_drawdown: 'rolling',
  roll_sharpe_ratio: 'rolling',
  roll_alpha_beta: 'rolling',
  stability_of_timeseries: 'not offered',
  beta_fragility_heuristic: 'not offered',
  gpd_risk_estimates: 'not offered',
};

describe.skipIf(!existsSync(path))('published results of empyrical (needs CANDOR_REFERENCE_DATA)', () => {
  const { series, cases } = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Reference)
    : { series: {}, cases: [] };

  it('are each either met or set aside with a reason', () => {
    const names = new Set(cases.map(({ test }) => test));
    expect([...names].filter((name) => name in AGREE === name in DIFFER)).toEqual([]);
  });

  cases.forEach((one, index) => {
    const compute = AGREE[one.test];
    const values = series[one.returns.series]!.values;
    const otherOperand = one.benchmark ?? one.factor_returns ?? one.risk_free ?? 0;
    const other =
      typeof otherOperand === 'number' ? values.map(() => otherOperand) : series[otherOperand.series]!.values;
    // Their yearly growth counts a missing period as a period; a required return of -1000 % is outside the domain of ours.
    const gap = values.includes(null) && ['annual_ret', 'calmar'].includes(one.test);
    if (!compute || gap || one.required_return === -10) return;
    it(`${index}: ${one.test} of ${one.returns.series}`, () => {
      const pairs = values.map((value, i) => [value, other[i]] as const);
      const whole = pairs.filter((pair): pair is [number, number] => pair.every((value) => typeof value === 'number'));
      const own = whole.map(([value]) => value);
      const answer = answerOf(() =>
        compute(
          own,
          whole.map(([, value]) => value),
          PER_YEAR[one.period ?? 'daily'],
        ),
      );
      // What they call NaN or Infinity is missing here, with a reason.
      if (typeof one.expected === 'string') expect(answer).toBeNull();
      else expect(answer).toBeCloseTo(Number(one.expected), one.decimals ?? 8);
    });
  });
});

function less(returns: readonly number[], other: readonly number[]): number[] {
  const result = returns.map((value, i) => value - other[i]!);
  requireReturns(result);
  return result;
}

function answerOf(compute: () => number | null): number | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CandorError && error.code === 'research.insufficient-data') return null;
    throw error;
  }
}
