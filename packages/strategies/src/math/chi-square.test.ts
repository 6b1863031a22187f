import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareSurvival } from './chi-square.ts';
import { normalCdf } from './normal.ts';

describe('chiSquareSurvival', () => {
  it('is the closed form for even degrees of freedom, to 1e-10 relative, out to where it vanishes', () => {
    for (const df of [2, 4, 12, 18]) {
      for (const x of [0.01, 1, 5, 20, 100, 532.0708494324409, 1200]) {
        let term = Math.exp(-x / 2);
        let sum = term;
        for (let j = 1; j < df / 2; j++) sum += term *= x / 2 / j;
        expect(Math.abs(chiSquareSurvival(x, df) / sum - 1), `df ${df}, x ${x}`).toBeLessThan(1e-10);
      }
    }
  });

  it('with 1 degree of freedom is the two tails of the normal law', () => {
    for (const x of [0.1, 1, 3.841, 10, 50, 400]) {
      expect(Math.abs(chiSquareSurvival(x, 1) / (2 * normalCdf(-Math.sqrt(x))) - 1)).toBeLessThan(1e-11);
    }
  });

  it('falls in x and rises in the degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, df) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(chiSquareSurvival(high, df)).toBeLessThanOrEqual(chiSquareSurvival(low, df) + 1e-12);
          expect(chiSquareSurvival(a, df + 1)).toBeGreaterThanOrEqual(chiSquareSurvival(a, df) - 1e-12);
        },
      ),
    );
  });

  it('is 1 at 0, and has all its mass there without degrees of freedom', () => {
    expect([chiSquareSurvival(0, 5), chiSquareSurvival(0, 0), chiSquareSurvival(1e-9, 0)]).toEqual([1, 1, 0]);
  });

  it('refuses what is no statistic', () => {
    expect(() => chiSquareSurvival(-1, 2)).toThrow(expect.objectContaining({ code: 'strategies.bad-input' }));
    expect(() => chiSquareSurvival(1, -2)).toThrow(expect.objectContaining({ code: 'strategies.bad-param' }));
  });
});
