import { describe, expect, it } from 'vitest';
import { valueTicks } from './value-ticks';

const spans: readonly [number, number][] = [
  [99_867.52, 123_000],
  [-0.031, 0],
  [0.1, 0.1003],
  [1, 3],
  [100_000, 2_400_000],
  [-5, 7],
];

describe('valueTicks', () => {
  it.each(spans)('stays inside %d to %d, rises, and never gives more than was asked for', (low, high) => {
    for (const isLog of [false, true]) {
      for (const most of [2, 4, 8]) {
        const ticks = valueTicks(low, high, most, isLog);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks).toEqual(ticks.toSorted((one, other) => one - other));
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-9);
          expect(tick).toBeLessThanOrEqual(high + Math.abs(high) * 1e-9 + 1e-12);
        }
      }
    }
  });

  it('gives round values', () => {
    expect(valueTicks(95_100, 110_900, 8)).toEqual([
      96_000, 98_000, 100_000, 102_000, 104_000, 106_000, 108_000, 110_000,
    ]);
    expect(valueTicks(90_000, 2_400_000, 6, true)).toEqual([100_000, 200_000, 500_000, 1_000_000, 2_000_000]);
  });

  it('gives none where there is no span', () => {
    expect(valueTicks(5, 5, 4)).toEqual([]);
  });
});
