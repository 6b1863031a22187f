import { createRng } from '@candor/domain/rng';
import { normalCdf } from '@candor/strategies/math/normal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf, sharpeSampleOf } from '../metrics/moments.ts';
import { type Luck, luckOf } from './luck.ts';
import { errorWithoutSkill, luckShare, sharpeToRuleOutLuck } from './luck-share.ts';
import { significanceOf } from './significance.ts';

const PERIODS = 252;

function luckIn(sharpePerYear: number, n: number, trials: number | null, averageCorrelation = 0): Luck {
  const sample = { sharpe: sharpePerYear / Math.sqrt(PERIODS), n, skew: 0, kurtosis: 3 };
  const significance = significanceOf(sample, n, {
    count: trials,
    varianceOfTrialSharpes: undefined,
    averageCorrelation,
  });
  const luck = luckOf(sample, significance, trials, PERIODS);
  if ('missingBecause' in luck) throw new Error(luck.missingBecause);
  return luck;
}

describe('the Sharpe ratio that rules luck out', () => {
  it('is where the luck share is what certainty leaves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10_000 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        (n, trials, certainty) => {
          expect(luckShare(sharpeToRuleOutLuck(n, trials, certainty), n, trials)).toBeCloseTo(1 - certainty, 9);
        },
      ),
    );
  });

  it('rises with the number of tries and falls with the length', () => {
    const at = (n: number, trials: number) => sharpeToRuleOutLuck(n, trials);
    expect(at(1_000, 10)).toBeGreaterThan(at(1_000, 9));
    expect(at(1_001, 10)).toBeLessThan(at(1_000, 10));
  });
});

describe('luck', () => {
  it('is that of the picture: 43 overlapping tries find 0.54 in 64 of 100 cases, and 1.13 would rule it out', () => {
    const luck = luckIn(0.543, 1_257, 43, 0.82);
    expect(luck.effectiveTrials).toBeCloseTo(8.56, 12);
    expect(luck.luckShare).toBeCloseTo(0.643, 2);
    expect(luck.sharpeToRuleOutLuckPerYear.toFixed(2)).toBe('1.13');
    expect(luck.sentence).toBe(
      'With no skill at all, a search of 43 tries finds a Sharpe ratio of 0.54 or more in 64 of 100 cases.',
    );
    expect(luckIn(0.54, 1_257, 1).sentence).toBe(
      'With no skill at all, 1 try finds a Sharpe ratio of 0.54 or more in 11 of 100 cases.',
    );
    expect(luckIn(0.54, 1_257, null)).toMatchObject({ trials: null, effectiveTrials: 1 });
  });

  it('is the part beyond the run of the density that its parts draw', () => {
    const { sharpePerYear, standardErrorPerYear: error, effectiveTrials, luckShare: share } = luckIn(0.8, 750, 20, 0.3);
    const density = (x: number): number =>
      (effectiveTrials * normalCdf(x / error) ** (effectiveTrials - 1) * Math.exp(-((x / error) ** 2) / 2)) /
      (error * Math.sqrt(2 * Math.PI));
    const step = error / 1_000;
    let area = 0;
    for (let x = sharpePerYear + step / 2; x < 10 * error; x += step) area += density(x) * step;
    expect(area).toBeCloseTo(share, 6);
  });

  it('annualises each figure by the same root', () => {
    const luck = luckIn(0.8, 750, 20);
    const root = Math.sqrt(PERIODS);
    expect(luck.sharpePerYear).toBeCloseTo(luck.sharpePerSession * root, 12);
    expect(luck.standardErrorPerYear).toBeCloseTo(luck.standardErrorPerSession * root, 12);
    expect(luck.sharpeToRuleOutLuckPerYear).toBeCloseTo(luck.sharpeToRuleOutLuckPerSession * root, 12);
  });

  it('has the standard error with which the ratio of skill-less series scatters', () => {
    const ratios = Array.from({ length: 800 }, (_, seed) => {
      const rng = createRng(seed);
      return sharpeSampleOf(momentsOf(Float64Array.from({ length: 250 }, () => rng.normal())))!.sharpe;
    });
    expect(momentsOf(ratios).deviation! / errorWithoutSkill(250)).toBeCloseTo(1, 1);
  });

  it('is missing, with the reason, where the returns do not vary or are too few', () => {
    const absent = (n: number) => {
      const significance = significanceOf(undefined, n, { count: 3, varianceOfTrialSharpes: undefined });
      return luckOf(undefined, significance, 3, PERIODS);
    };
    expect(absent(300)).toEqual({ missingBecause: expect.stringContaining('do not vary') });
    expect(absent(1)).toEqual({ missingBecause: expect.stringContaining('too few') });
  });
});
