import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdownEpisodes, drawdownOf } from './drawdown.ts';
import { annualTurnover, exposureOf } from './exposure.ts';
import { growthOf } from './growth.ts';
import { momentsOf } from './moments.ts';
import { calmarRatio, omegaRatio, sharpeRatio, sortinoRatio, tailRatio } from './ratios.ts';
import { relativeTo } from './relative.ts';
import { equityFromReturns, returnsFromEquity } from './return-series.ts';
import { tradeStatsOf } from './trade-stats.ts';
import { valueAtRisk } from './value-at-risk.ts';

const returnLists = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 120 });
const varied = returnLists.filter((values) => (momentsOf(values).deviation ?? 0) > 1e-6);

const relativeError = (got: number, want: number): number => Math.abs(got - want) / Math.max(1e-9, Math.abs(want));

describe('Sharpe ratio', () => {
  it('does not change with the size of the bet', () => {
    fc.assert(
      fc.property(varied, fc.double({ min: 0.01, max: 4, noNaN: true }), (returns, size) => {
        const scaled = sharpeRatio(
          returns.map((value) => value * size),
          252,
        ).value!;
        expect(relativeError(scaled, sharpeRatio(returns, 252).value!)).toBeLessThan(1e-6);
      }),
    );
  });

  it('turns its sign with the position and grows with the root of the periods', () => {
    fc.assert(
      fc.property(varied, (returns) => {
        const plain = sharpeRatio(returns, 252).value!;
        const opposite = returns.map((value) => -value);
        expect(sharpeRatio(opposite, 252).value).toBeCloseTo(-plain, 8);
        expect(sharpeRatio(returns, 1008).value).toBeCloseTo(2 * plain, 8);
      }),
    );
  });

  it('is missing with its reason where returns do not vary, and not infinite', () => {
    expect(sharpeRatio([0.01, 0.01, 0.01], 252)).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(sharpeRatio([0, 0], 252)).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(sharpeRatio([0.01], 252)).toMatchObject({ value: null, reason: 'TOO_FEW_OBSERVATIONS' });
  });
});

describe('moments', () => {
  it('know the shape of a small sample computed by hand', () => {
    const { mean, deviation, skew, kurtosis } = momentsOf([1, 2, 3, 6]);
    expect(mean).toBe(3);
    expect(deviation).toBeCloseTo(Math.sqrt(14 / 3), 14);
    expect(skew).toBeCloseTo(18 / 4 / 3.5 ** 1.5, 14);
    expect(kurtosis).toBeCloseTo(98 / 4 / 3.5 ** 2, 14);
  });

  it('keep their digits far from zero', () => {
    expect(momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3]).deviation).toBeCloseTo(1, 9);
  });

  it('refuse an empty series and a value that is not a number', () => {
    expect(() => momentsOf([])).toThrow('"returns" is empty.');
    expect(() => momentsOf([0.1, Number.NaN])).toThrow('the one at 1 is NaN');
  });
});

describe('drawdown', () => {
  it('stays between 0 and -1, lies between its peak and its trough, and no episode is deeper', () => {
    fc.assert(
      fc.property(returnLists, (returns) => {
        const equity = equityFromReturns(returns);
        const { maxDrawdown, peakIndex, troughIndex, recoveryIndex, ulcer, longestUnderwater } = drawdownOf(equity);
        expect(maxDrawdown).toBeLessThanOrEqual(0);
        expect(maxDrawdown).toBeGreaterThanOrEqual(-1);
        expect(equity[troughIndex]! / equity[peakIndex]! - 1).toBe(maxDrawdown);
        expect(recoveryIndex === null || equity[recoveryIndex]! >= equity[peakIndex]!).toBe(true);
        expect(ulcer).toBeLessThanOrEqual(-maxDrawdown + 1e-12);
        expect(longestUnderwater).toBeLessThan(equity.length);
        expect(drawdownEpisodes(equity, 1)[0]?.depth ?? 0).toBe(maxDrawdown);
      }),
    );
  });

  it('is nothing while the equity only rises', () => {
    const rising = drawdownOf([1, 2, 3]);
    expect([rising.maxDrawdown, rising.longestUnderwater, rising.ulcer]).toEqual([0, 0, 0]);
    expect(drawdownEpisodes([1, 2, 3], 5)).toEqual([]);
  });

  it('falls apart into episodes that do not overlap, deepest first', () => {
    const equity = [100, 90, 100, 120, 60, 90, 121, 120];
    expect(drawdownEpisodes(equity, 5)).toEqual([
      { depth: -0.5, peakIndex: 3, troughIndex: 4, recoveryIndex: 6 },
      { depth: 0.9 - 1, peakIndex: 0, troughIndex: 1, recoveryIndex: 2 },
      { depth: 120 / 121 - 1, peakIndex: 6, troughIndex: 7, recoveryIndex: null },
    ]);
    expect(drawdownEpisodes(equity, 2)).toHaveLength(2);
  });

  it('refuses a curve that starts at nothing', () => {
    expect(() => drawdownOf([0, 1])).toThrow('start above 0');
    expect(() => drawdownOf([])).toThrow('no points');
  });
});

describe('returns', () => {
  it('rebuild the equity they came from', () => {
    fc.assert(
      fc.property(returnLists, (returns) => {
        const back = returnsFromEquity(equityFromReturns(returns));
        for (const [t, value] of returns.entries()) expect(back[t]).toBeCloseTo(value, 12);
      }),
    );
  });

  it('do not start from nothing', () => {
    expect(() => returnsFromEquity([100, 0, 5])).toThrow('from point 1 to 2 it goes from 0 to 5');
    expect(returnsFromEquity([100, -20])).toEqual(Float64Array.of(-1.2));
    expect(() => returnsFromEquity([100])).toThrow('at least 2 points');
  });
});

describe('growth and ratios without a value', () => {
  it('have no yearly growth after ruin', () => {
    expect(growthOf([0.5, -1], 252).cagr).toMatchObject({ value: null, reason: 'RUIN' });
    expect(growthOf([0.5, -1], 252).totalReturn).toBe(-1);
  });

  it('name what is missing below the line', () => {
    expect(sortinoRatio([0.01, 0.02], 252)).toMatchObject({ value: null, reason: 'NO_LOSSES' });
    expect(omegaRatio([0.01, 0.02])).toMatchObject({ value: null, reason: 'NO_LOSSES' });
    expect(calmarRatio([0.01, 0.02], 252)).toMatchObject({ value: null, reason: 'NO_DRAWDOWN' });
    expect(tailRatio([0, 0, 0])).toMatchObject({ value: null, reason: 'ZERO_TAIL' });
  });
});

describe('value at risk', () => {
  it('is never above the mean loss beyond it, and grows with confidence', () => {
    fc.assert(
      fc.property(returnLists, (returns) => {
        const usual = valueAtRisk(returns, 0.95);
        expect(usual.conditionalHistorical).toBeGreaterThanOrEqual(usual.historical - 1e-15);
        expect(valueAtRisk(returns, 0.99).historical).toBeGreaterThanOrEqual(usual.historical - 1e-15);
      }),
    );
  });

  it('has no fitted form without variation, and asks for a probability', () => {
    expect(valueAtRisk([0.01, 0.01]).gaussian).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(() => valueAtRisk([0.01], 95)).toThrow('"confidence" must lie between 0 and 1; it is 95.');
  });
});

describe('trade statistics', () => {
  it('have an infinite profit factor without a loss and none without any result', () => {
    expect(tradeStatsOf([1, 2]).profitFactor).toEqual({ value: Number.POSITIVE_INFINITY });
    expect(tradeStatsOf([0, 0]).profitFactor).toMatchObject({ value: null, reason: 'NO_LOSSES' });
    expect(tradeStatsOf([]).winRate).toMatchObject({ value: null, reason: 'NO_TRADES' });
    expect(tradeStatsOf([-1]).profitFactor).toEqual({ value: 0 });
    expect(tradeStatsOf([-1]).payoff).toMatchObject({ value: null, reason: 'NO_GAINS' });
  });

  it('end a losing streak at a result of nothing', () => {
    expect(tradeStatsOf([-1, -1, 0, -1, 3, -1]).maxConsecutiveLosses).toBe(2);
  });

  it('cap the count in the quality number only when asked', () => {
    const many = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 3 : -1));
    expect(tradeStatsOf(many).sqn.value! / tradeStatsOf(many, { capSqn: true }).sqn.value!).toBeCloseTo(2, 12);
  });
});

describe('relative to a benchmark', () => {
  it('finds beta 1, no alpha and no tracking error against itself, and half of it at half the size', () => {
    fc.assert(
      fc.property(varied, (returns) => {
        const same = relativeTo(returns, returns, 252);
        expect(same.beta.value).toBeCloseTo(1, 9);
        expect(same.alphaAnnual.value).toBeCloseTo(0, 9);
        expect(same.correlation.value).toBeCloseTo(1, 9);
        expect(same.trackingError.value).toBe(0);
        expect(same.informationRatio.value).toBeNull();
        const half = relativeTo(
          returns.map((value) => value / 2),
          returns,
          252,
        );
        expect(half.beta.value).toBeCloseTo(0.5, 9);
      }),
    );
  });

  it('asks for the same periods and for a benchmark that moves', () => {
    expect(() => relativeTo([0.1], [0.1, 0.2], 252)).toThrow('must cover the same periods');
    expect(relativeTo([0.1, 0.2], [0.1, 0.1], 252).beta).toMatchObject({ reason: 'BENCHMARK_WITHOUT_VARIANCE' });
    expect(relativeTo([0.1, 0.2], [0.1, 0.3], 252).downCapture).toMatchObject({ reason: 'NO_SUCH_PERIODS' });
  });
});

describe('exposure and turnover', () => {
  it('count held bars and half of what was traded', () => {
    expect(exposureOf(30, 120)).toBe(0.25);
    expect(annualTurnover(400_000, 100_000, 0.5)).toBe(4);
    expect(() => exposureOf(5, 4)).toThrow('it is 5 of 4');
    expect(() => annualTurnover(1, 0, 1)).toThrow('above 0');
  });
});
