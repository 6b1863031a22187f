import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RollingExtremeAge } from './rolling-extreme-age.ts';
import { RollingExtreme } from './rolling-extremes.ts';

const walks = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 });
const periods = fc.integer({ min: 1, max: 9 });

/** The definition, by looking at the whole window again for each value. */
function windowsOf(values: readonly number[], period: number): readonly (readonly number[])[] {
  return values.map((_, i) => values.slice(Math.max(0, i + 1 - period), i + 1));
}

describe('RollingExtreme', () => {
  it('is the highest and the lowest of the window, from the value that fills it on', () => {
    fc.assert(
      fc.property(walks, periods, (values, period) => {
        const high = new RollingExtreme(period, 'highest');
        const low = new RollingExtreme(period, 'lowest');
        windowsOf(values, period).forEach((window, i) => {
          const full = window.length === period;
          expect(high.next(values[i]!) + 0).toBe(full ? Math.max(...window) + 0 : Number.NaN);
          expect(low.next(values[i]!) + 0).toBe(full ? Math.min(...window) + 0 : Number.NaN);
          expect([high.ready, low.ready]).toEqual([full, full]);
        });
      }),
    );
  });

  it('takes the values there are when the window may be partial', () => {
    fc.assert(
      fc.property(walks, periods, (values, period) => {
        const low = new RollingExtreme(period, 'lowest', { partial: true });
        windowsOf(values, period).forEach((window, i) => {
          expect(low.next(values[i]!) + 0).toBe(Math.min(...window) + 0);
          expect(low.ready).toBe(true);
        });
      }),
    );
  });

  it('folds columns of any length, from any state, also a restored one, as it takes values one by one', () => {
    fc.assert(
      fc.property(walks, periods, fc.nat(60), fc.boolean(), (values, period, cut, partial) => {
        const column = Float64Array.from(values);
        const single = new RollingExtreme(period, 'lowest', { partial });
        const one = column.map((value) => single.next(value));
        const first = new RollingExtreme(period, 'lowest', { partial });
        const second = new RollingExtreme(period, 'lowest', { partial });
        second.fold(Float64Array.of(-9, -9, -9, -9), new Float64Array(4));
        const many = new Float64Array(column.length);
        first.fold(column.subarray(0, cut), many.subarray(0, cut));
        second.restore(first.snapshot());
        second.fold(column.subarray(cut), many.subarray(cut));
        expect(many).toEqual(one);
      }),
    );
  });

  it('folds a range side by side, from any state and in place, as both take their values one by one', () => {
    const shapes = [fc.nat(60), fc.boolean(), fc.boolean()] as const;
    fc.assert(
      fc.property(walks, periods, ...shapes, (values, period, cut, partial, inPlace) => {
        const highs = Float64Array.from(values, (value) => value + 0.5);
        const lows = Float64Array.from(values, (value, i) => (i % 3) - value);
        const single = rangeOf(period, partial);
        const tops = highs.map((value) => single.highest.next(value));
        const bottoms = lows.map((value) => single.lowest.next(value));
        const both = rangeOf(period, partial);
        const [upper, lower] = inPlace ? [highs, lows] : [highs.slice(), lows.slice()];
        for (const [from, to] of [
          [0, cut],
          [cut, values.length],
        ] as const) {
          RollingExtreme.foldBoth(
            ...[both.highest, both.lowest],
            ...([highs, lows, upper, lower].map((column) => column.subarray(from, to)) as Four),
          );
        }
        expect(upper).toEqual(tops);
        expect(lower.map((value) => value + 0)).toEqual(bottoms.map((value) => value + 0));
        expect([both.highest.snapshot(), both.lowest.snapshot()]).toEqual([
          single.highest.snapshot(),
          single.lowest.snapshot(),
        ]);
      }),
    );
  });
});

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

function rangeOf(period: number, partial: boolean) {
  return {
    highest: new RollingExtreme(period, 'highest', { partial }),
    lowest: new RollingExtreme(period, 'lowest', { partial }),
  };
}

describe('RollingExtremeAge', () => {
  it.each(['latest', 'earliest'] as const)('is the age of the %s of equal extremes, also after a restart', (tie) => {
    fc.assert(
      fc.property(walks, periods, fc.nat(60), (values, period, cut) => {
        let lowest = new RollingExtremeAge(period, 'lowest', tie);
        windowsOf(values, period).forEach((window, i) => {
          if (i === cut) {
            const resumed = new RollingExtremeAge(period, 'lowest', tie);
            resumed.fold(Float64Array.of(3, 1, 2), new Float64Array(3));
            resumed.restore(lowest.snapshot());
            lowest = resumed;
          }
          const full = window.length === period;
          const least = Math.min(...window);
          const at = tie === 'latest' ? window.lastIndexOf(least) : window.indexOf(least);
          expect(lowest.next(values[i]!)).toBe(full ? period - 1 - at : Number.NaN);
          expect(lowest.value + 0).toBe(full ? least + 0 : Number.NaN);
        });
      }),
    );
  });

  it.each(['latest', 'earliest'] as const)('folds whole columns and what comes after, the %s counting', (tie) => {
    fc.assert(
      fc.property(walks, periods, fc.nat(60), (values, period, cut) => {
        const column = Float64Array.from(values);
        const single = new RollingExtremeAge(period, 'highest', tie);
        const one = column.map((value) => single.next(value));
        const many = new Float64Array(column.length);
        const age = new RollingExtremeAge(period, 'highest', tie);
        age.fold(column.subarray(0, cut), many.subarray(0, cut));
        age.fold(column.subarray(cut), many.subarray(cut));
        expect(many).toEqual(one);
        expect(age.snapshot()).toEqual(single.snapshot());
      }),
    );
  });

  it('goes on when it has seen many times its ring', () => {
    const age = new RollingExtremeAge(3, 'highest');
    let last = Number.NaN;
    for (let i = 0; i < 1000; i++) last = age.next(i % 7);
    expect(last, '3, 4, 5: the newest').toBe(0);
  });
});
