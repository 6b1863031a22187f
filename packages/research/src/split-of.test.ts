import { createRng } from '@candor/domain/rng';
import { dayFromIso } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { sharpeRatio } from './metrics/ratios.ts';
import { equityFromReturns } from './metrics/return-series.ts';
import { splitOf } from './split-of.ts';

const FIRST = dayFromIso('2020-01-01');

function split(n: number, trials: number | null) {
  const rng = createRng(n);
  const returns = Float64Array.from({ length: n }, () => 0.01 * rng.normal());
  const sessions = Int32Array.from({ length: n }, (_, i) => FIRST + i);
  const found = splitOf({ equity: equityFromReturns(returns), returns, sessions, trials, periodsPerYear: 252 });
  return { returns, found };
}

describe('early and late', () => {
  it('are seven tenths and three, named by the first day of the later, and grow to the whole', () => {
    const { returns, found } = split(10, 1);
    if ('missingBecause' in found) throw new Error(found.missingBecause);
    const { early, late, lateFrom, note } = found;
    expect([early.sessions, late.sessions, lateFrom]).toEqual([7, 3, '2020-01-08']);
    expect(early.sharpe).toBe(sharpeRatio(returns.subarray(0, 7), 252).value);
    expect(late.sharpe).toBe(sharpeRatio(returns.subarray(7), 252).value);
    expect((1 + early.totalReturn) * (1 + late.totalReturn)).toBeCloseTo(equityFromReturns(returns)[10]!, 12);
    expect(note).toContain('not a test out of sample');
  });

  it('are not called out of sample after a search either, as it has seen both', () => {
    const { found } = split(100, 43);
    expect(found).toMatchObject({ note: expect.stringMatching(/not a test out of sample: 43 tries/) });
  });

  it('are missing where a part would have fewer than two returns', () => {
    expect(split(3, 1).found).toEqual({ missingBecause: expect.stringContaining('too few') });
    expect(split(4, 1).found).not.toHaveProperty('missingBecause');
  });
});
