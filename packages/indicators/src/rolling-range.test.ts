import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RollingRange } from './rolling-range.ts';

const walks = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 });
const periods = fc.integer({ min: 1, max: 9 });

/** The definition, by looking at the whole window again for each value. */
function windowsOf(values: readonly number[], period: number): readonly (readonly number[])[] {
  return values.map((_, i) => values.slice(Math.max(0, i + 1 - period), i + 1));
}

describe('RollingRange', () => {
  it('is the highest of one line and the lowest of the other in the window, from the row that fills it on', () => {
    fc.assert(
      fc.property(walks, periods, (values, period) => {
        const range = new RollingRange(period);
        const lows = values.map(lowOf);
        windowsOf(values, period).forEach((window, i) => {
          const full = window.length === period;
          range.add(values[i]!, lows[i]!);
          expect(range.highest + 0).toBe(full ? Math.max(...window) + 0 : Number.NaN);
          expect(range.lowest + 0).toBe(full ? Math.min(...windowsOf(lows, period)[i]!) + 0 : Number.NaN);
          expect(range.ready).toBe(full);
        });
      }),
    );
  });

  it('takes the values there are when the window may be partial', () => {
    fc.assert(
      fc.property(walks, periods, (values, period) => {
        const range = new RollingRange(period, { partial: true });
        windowsOf(values, period).forEach((window, i) => {
          range.add(values[i]!, values[i]!);
          expect(range.highest + 0).toBe(Math.max(...window) + 0);
          expect(range.lowest + 0).toBe(Math.min(...window) + 0);
          expect(range.ready).toBe(true);
        });
      }),
    );
  });

  it('folds columns of any length, from any state, also a restored one and in place, as it takes rows one by one', () => {
    fc.assert(
      fc.property(walks, periods, fc.nat(60), fc.boolean(), fc.boolean(), (values, period, cut, partial, inPlace) => {
        const highs = Float64Array.from(values);
        const lows = highs.map(lowOf);
        const single = new RollingRange(period, { partial });
        const tops = new Float64Array(values.length);
        const bottoms = tops.map((_, i) => {
          single.add(highs[i]!, lows[i]!);
          tops[i] = single.highest;
          return single.lowest;
        });
        const first = new RollingRange(period, { partial });
        const second = new RollingRange(period, { partial });
        second.add(-9, -9);
        const [upper, lower] = inPlace ? [highs, lows] : [highs.slice(), lows.slice()];
        const foldPart = (range: RollingRange, from: number, to?: number): void =>
          range.fold(
            highs.subarray(from, to),
            lows.subarray(from, to),
            upper.subarray(from, to),
            lower.subarray(from, to),
          );
        foldPart(first, 0, cut);
        second.restore(first.snapshot());
        foldPart(second, cut);
        expect(upper.map((value) => value + 0)).toEqual(tops.map((value) => value + 0));
        expect(lower.map((value) => value + 0)).toEqual(bottoms.map((value) => value + 0));
        expect(second.snapshot()).toEqual(single.snapshot());
        expect([second.highest + 0, second.lowest + 0]).toEqual([single.highest + 0, single.lowest + 0]);
      }),
    );
  });
});

function lowOf(value: number, i: number): number {
  return (i % 3) - value;
}
