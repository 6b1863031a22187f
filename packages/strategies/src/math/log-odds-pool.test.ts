import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logit, type PoolVoter, poolLogOdds } from './log-odds-pool.ts';
import { weightedMedian } from './weighted-median.ts';

const voters = fc.array(
  fc.record({
    id: fc.constant('v'),
    probabilityUp: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
  }),
  { minLength: 1, maxLength: 7 },
);
const shares = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const one = (probabilityUp: number | null, weight = 1): PoolVoter => ({ id: 'a', probabilityUp, weight });

describe('poolLogOdds', () => {
  it('adds up: contributions and logit(base) are the log-odds, whatever the votes', () => {
    fc.assert(
      fc.property(voters, shares, (votes, base) => {
        const { logOdds, contributions, probabilityUp } = poolLogOdds(votes, { base, minParticipation: 0 });
        if (logOdds === null || probabilityUp === null) return;
        const sum = contributions.reduce((total, each) => total + each, logit(base));
        expect(Math.abs(sum - logOdds)).toBeLessThan(1e-12 * Math.max(1, Math.abs(logOdds)));
        expect(logit(probabilityUp) - logOdds).toBeCloseTo(0, 3);
      }),
    );
  });

  it('does not care for the unit of the weights', () => {
    fc.assert(
      fc.property(voters, shares, (votes, base) => {
        const pool = poolLogOdds(votes, { base });
        const scaled = poolLogOdds(
          votes.map((vote) => ({ ...vote, weight: vote.weight * 4 })),
          { base },
        );
        expect(scaled).toEqual(pool);
      }),
    );
  });

  it('of one voter is that voter', () => {
    expect(poolLogOdds([one(0.7)]).probabilityUp).toBeCloseTo(0.7, 14);
  });

  it('abstains when few take part, when the edge is small, and when too much weight leans against', () => {
    expect(poolLogOdds([one(0.9), one(null, 4)]).abstained).toBe('PARTICIPATION');
    expect(poolLogOdds([one(0.9, 0)]).abstained).toBe('PARTICIPATION');
    expect(poolLogOdds([one(0.52)]).abstained).toBe('WEAK');
    expect(poolLogOdds([one(0.95), one(0.45), one(0.45)]).abstained).toBe('DISAGREEMENT');
  });

  it('refuses probabilities, weights and settings that are none', () => {
    const code = (code: string) => expect.objectContaining({ code: `strategies.${code}` });
    expect(() => poolLogOdds([one(1.2)])).toThrow(code('bad-input'));
    expect(() => poolLogOdds([one(0.5, -1)])).toThrow(code('bad-input'));
    expect(() => poolLogOdds([one(0.5)], { base: 2 })).toThrow(code('bad-input'));
    expect(() => poolLogOdds([one(0.5)], { minEdge: 2 })).toThrow(code('bad-param'));
    expect(() =>
      poolLogOdds([one(0.5)], {
        correlation: [
          [1, 0],
          [0, 1],
        ],
      }),
    ).toThrow(code('length-mismatch'));
  });
});

describe('weightedMedian', () => {
  it('is the lower one where half is reached exactly', () => {
    expect(weightedMedian([3, 1, 2, 4], [1, 1, 1, 1])).toBe(2);
    expect(weightedMedian([10, 20], [1, 3])).toBe(20);
    expect(weightedMedian([10, 20, 5], [1, 1, 0])).toBe(10);
  });

  it('refuses no weight, weights that do not fit and values that are none', () => {
    const code = (code: string) => expect.objectContaining({ code: `strategies.${code}` });
    expect(() => weightedMedian([], [])).toThrow(code('insufficient-data'));
    expect(() => weightedMedian([1], [1, 2])).toThrow(code('length-mismatch'));
    expect(() => weightedMedian([Number.NaN], [1])).toThrow(code('bad-input'));
  });
});
