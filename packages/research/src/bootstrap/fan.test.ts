import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { bootstrapFan } from './fan.ts';

const returnsOf = (seed: number, n: number): Float64Array => {
  const rng = createRng(seed);
  return Float64Array.from({ length: n }, () => 0.0005 + 0.01 * rng.normal());
};

describe('the fan', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => bootstrapFan(returnsOf(1, 300), { start: 1, rng: createRng(seed), resamples: 100 });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it.each([1, 5, 119, 120, 121, 1_000])('of %i returns has at most 120 places, rising to the last', (n) => {
    const { at, p05, p25, p75, p95 } = bootstrapFan(returnsOf(2, n), { start: 100, rng: createRng(1), resamples: 50 });
    expect(at).toHaveLength(Math.min(n, 120));
    expect(at.at(-1)).toBe(n - 1);
    expect(at.every((place, j) => place > (at[j - 1] ?? -1))).toBe(true);
    for (let j = 0; j < at.length; j++) {
      const row = [p05[j]!, p25[j]!, p75[j]!, p95[j]!];
      expect(row).toEqual(row.toSorted((a, b) => a - b));
    }
  });

  it('of returns that are all alike is the one curve there is', () => {
    const { at, p05, p95 } = bootstrapFan(new Float64Array(40).fill(0.01), { start: 50, rng: createRng(1) });
    at.forEach((place, j) => {
      expect(p05[j]).toBeCloseTo(50 * 1.01 ** (place + 1), 9);
      expect(p95[j]).toBe(p05[j]);
    });
  });

  it('spreads at its end as wide as a walk of the same law does, within a sixth', () => {
    const { p05, p95 } = bootstrapFan(returnsOf(3, 500), { start: 1, rng: createRng(7) });
    const width = Math.log(p95.at(-1)! / p05.at(-1)!);
    // A normal walk of 500 steps of 1 % spreads 2 x 1.645 x 0.01 x sqrt(500) in the logarithm.
    expect(width / (2 * 1.645 * 0.01 * Math.sqrt(500))).toBeCloseTo(1, 0.5);
  });
});
