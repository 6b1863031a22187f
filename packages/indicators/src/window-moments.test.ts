import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { WindowMoments } from './window-moments.ts';

/** Sum of squared deviations in exact integer arithmetic: n Σx² - (Σx)², over n. */
function exactSquares(values: readonly number[]): number {
  const n = BigInt(values.length);
  const sum = values.reduce((total, value) => total + BigInt(value), 0n);
  const squares = values.reduce((total, value) => total + BigInt(value) ** 2n, 0n);
  return Number(n * squares - sum * sum) / values.length;
}

describe('WindowMoments', () => {
  it.each([
    ['a price far from zero', 1_000_000_000_000, 100],
    ['a price near zero', 0, 1000],
  ])('agrees with exact arithmetic to 1e-9 for %s', (_, level, spread) => {
    const rng = createRng(11);
    for (const period of [2, 5, 20, 64]) {
      const moments = new WindowMoments(period);
      const values: number[] = [];
      for (let i = 0; i < 400; i++) {
        // A jump of the level, as a split makes it.
        values.push((i < 200 ? level : level / 2) + rng.index(spread));
        moments.add(values[i]!);
        if (i + 1 < period) continue;
        const exact = exactSquares(values.slice(i + 1 - period));
        expect(Math.abs(moments.squares - exact), `period ${period}, value ${i}`).toBeLessThanOrEqual(1e-9 * exact);
      }
    }
  });

  it('folds stretches of any length exactly as it takes values one by one', () => {
    const rng = createRng(12);
    const values = Float64Array.from({ length: 700 }, () => 100 + rng.normal());
    for (const period of [2, 3, 20]) {
      const single = new WindowMoments(period);
      const chunked = new WindowMoments(period);
      const means = new Float64Array(values.length);
      const squares = new Float64Array(values.length);
      for (let from = 0; from < values.length; ) {
        const to = Math.min(values.length, from + rng.index(60));
        chunked.fold(values.subarray(from, to), means.subarray(from, to), squares.subarray(from, to));
        from = to;
      }
      values.forEach((value, i) => {
        single.add(value);
        expect([means[i], squares[i]]).toEqual([single.mean, single.squares]);
      });
      expect(chunked.snapshot()).toEqual(single.snapshot());
    }
  });
});
