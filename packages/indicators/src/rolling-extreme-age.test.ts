import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RollingExtremeAge } from './rolling-extreme-age.ts';

const walks = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 });
const periods = fc.integer({ min: 1, max: 9 });

/** The definition, by looking at the whole window again for each value. */
function windowsOf(values: readonly number[], period: number): readonly (readonly number[])[] {
  return values.map((_, i) => values.slice(Math.max(0, i + 1 - period), i + 1));
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
