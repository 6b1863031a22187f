import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { momentsOf, sharpeSampleOf } from '../metrics/moments.ts';
import { deflatedSharpe } from './deflated-sharpe.ts';
import { effectiveTrials } from './effective-trials.ts';
import { expectedMaxSharpe } from './expected-max-sharpe.ts';
import { loEtaAr1, loSharpe } from './lo-sharpe.ts';
import { luckShare } from './luck-share.ts';
import { minTrackRecordLength } from './min-track-record-length.ts';
import { probabilisticSharpe } from './probabilistic-sharpe.ts';
import { sharpeStandardError } from './sharpe-variance.ts';
import { significanceOf } from './significance.ts';

const normalShape = { skew: 0, kurtosis: 3 };
const sample = (sharpe: number, n = 500) => ({ sharpe, n, ...normalShape });

function nullSample(seed: number, n: number): { sharpe: number; n: number; skew: number; kurtosis: number } {
  const rng = createRng(seed);
  return sharpeSampleOf(momentsOf(Float64Array.from({ length: n }, () => rng.normal() * 0.01)))!;
}

describe('size without any skill', () => {
  it('has the probabilistic Sharpe ratio above .95 in 3 to 7 % of 1,000 series', () => {
    let above = 0;
    for (let seed = 0; seed < 1_000; seed++) if (probabilisticSharpe(nullSample(seed, 250)).value! > 0.95) above++;
    expect(above / 1_000).toBeGreaterThanOrEqual(0.03);
    expect(above / 1_000).toBeLessThanOrEqual(0.07);
  });

  it('has the luck share of the best of 20 tries spread evenly, below .05 in 2 to 8 % of 400 searches', () => {
    let lucky = 0;
    let sum = 0;
    for (let search = 0; search < 400; search++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < 20; k++) best = Math.max(best, nullSample(10_000 + search * 20 + k, 250).sharpe);
      const share = luckShare(best, 250, 20);
      sum += share;
      if (share < 0.05) lucky++;
    }
    expect(lucky / 400).toBeGreaterThanOrEqual(0.02);
    expect(lucky / 400).toBeLessThanOrEqual(0.08);
    expect(sum / 400, 'a share that is uniform has mean one half').toBeCloseTo(0.5, 1);
  });

  it('has the deflated Sharpe ratio of the best of 50 above .95 in at most 5 % of 60 searches', () => {
    let fooled = 0;
    for (let search = 0; search < 60; search++) {
      const tries = Array.from({ length: 50 }, (_, k) => nullSample(90_000 + search * 50 + k, 250));
      const best = tries.reduce((one, other) => (other.sharpe > one.sharpe ? other : one));
      const variance = momentsOf(tries.map(({ sharpe }) => sharpe)).deviation! ** 2;
      if (deflatedSharpe(best, 50, variance).probability.value! > 0.95) fooled++;
    }
    expect(fooled / 60).toBeLessThanOrEqual(0.05);
  });
});

describe('laws', () => {
  it('certainty rises with the ratio and the length, and falls with the hurdle and the number of tries', () => {
    const at = (sharpe: number, n: number, hurdle = 0) => probabilisticSharpe(sample(sharpe, n), hurdle).value!;
    expect(at(0, 500)).toBe(0.5);
    expect(at(0.1, 500)).toBeGreaterThan(at(0.05, 500));
    expect(at(0.1, 1_000)).toBeGreaterThan(at(0.1, 500));
    expect(at(0.1, 500, 0.05)).toBeLessThan(at(0.1, 500));
    const deflated = [1, 2, 5, 50, 1_000].map((n) => deflatedSharpe(sample(0.1), n, 0.002).probability.value!);
    expect(deflated).toEqual([...deflated].sort((a, b) => b - a));
    expect(deflated[0], 'a single try is not deflated').toBe(at(0.1, 500));
  });

  it('the luck share of one try is the chance of one series, and more tries only raise it', () => {
    expect(luckShare(0, 250, 1)).toBeCloseTo(0.5, 14);
    expect(luckShare(0.1, 250, 1)).toBeLessThan(luckShare(0.1, 250, 10));
    expect(luckShare(0.1, 250, 1e6)).toBeLessThanOrEqual(1);
    expect(luckShare(1, 1_000, 2), 'tiny, and not lost to rounding').toBeGreaterThan(0);
    expect(luckShare(-5, 1_000, 3)).toBe(1);
  });

  it('a record of the minimum length has just the asked certainty', () => {
    const n = minTrackRecordLength({ sharpe: 0.08, skew: -0.5, kurtosis: 6 }, 0.01, 0.9);
    expect(probabilisticSharpe({ sharpe: 0.08, skew: -0.5, kurtosis: 6, n }, 0.01).value).toBeCloseTo(0.9, 12);
    expect(minTrackRecordLength({ sharpe: -0.1, ...normalShape })).toBe(Number.POSITIVE_INFINITY);
    expect(() => minTrackRecordLength({ sharpe: 0.1, ...normalShape }, 0, 1)).toThrow('"confidence"');
  });

  it('the expected maximum grows with tries and spread, and is 0 for one', () => {
    expect(expectedMaxSharpe(1, 1)).toBe(0);
    expect(expectedMaxSharpe(1.05, 1), 'barely more than one try').toBe(0);
    expect(expectedMaxSharpe(100, 4)).toBeCloseTo(2 * expectedMaxSharpe(100, 1), 12);
    expect(() => expectedMaxSharpe(0, 1)).toThrow('"trials" must be at least 1');
  });

  it('correlated tries count for fewer', () => {
    expect(effectiveTrials(100)).toBe(100);
    expect(effectiveTrials(100, 1)).toBe(1);
    expect(effectiveTrials(100, 0.5)).toBe(50.5);
    expect(() => effectiveTrials(0)).toThrow('whole number above 0');
  });

  it("Lo's factor is the root of q without autocorrelation, less with a positive one, and missing where it has no real value", () => {
    expect(loEtaAr1(0, 12).value).toBeCloseTo(Math.sqrt(12), 14);
    expect(loEtaAr1(0.3, 12).value).toBeLessThan(Math.sqrt(12));
    expect(loEtaAr1(-1, 2)).toMatchObject({ value: null, reason: 'NEGATIVE_RADICAND' });
    expect(loSharpe([0.01, 0.01], 2).eta).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(() => loSharpe([0.01, 0.02], 3)).toThrow('from 1 to 2');
    expect(() => sharpeStandardError(1, 0)).toThrow('"n" must be at least 1');
  });

  it('moments that leave no variance give no certainty', () => {
    expect(probabilisticSharpe({ sharpe: 1, n: 10, skew: 3, kurtosis: 1 })).toMatchObject({
      reason: 'DEGENERATE_MOMENTS',
    });
    expect(probabilisticSharpe(sample(1, 1))).toMatchObject({ reason: 'TOO_FEW_OBSERVATIONS' });
  });
});

describe('significance of a run', () => {
  it('takes an uncounted run for a single one, and says which spread of tries it used', () => {
    const single = significanceOf(sample(0.1), 500, { count: null, varianceOfTrialSharpes: undefined });
    expect(single.effectiveTrials).toBe(1);
    expect(single.dsr).toEqual(single.psr);
    expect(single.spreadMeasured).toBe(false);
    const ten = significanceOf(sample(0.1), 500, { count: 10, varianceOfTrialSharpes: 1 / 499 });
    expect(ten.spreadMeasured).toBe(true);
    expect(ten.dsr).toEqual(significanceOf(sample(0.1), 500, { count: 10, varianceOfTrialSharpes: undefined }).dsr);
  });

  it('has nothing to say of returns that do not vary', () => {
    const none = significanceOf(undefined, 500, { count: 3, varianceOfTrialSharpes: undefined });
    expect(none.psr).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(none.luckShare.value).toBeNull();
  });
});
