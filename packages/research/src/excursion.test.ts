import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excursionOf, type TradePath } from './excursion.ts';

//                       0    1    2    3
const bars = {
  open: Float64Array.of(100, 101, 103, 99),
  high: Float64Array.of(110, 104, 120, 130),
  low: Float64Array.of(90, 95, 97, 80),
  close: Float64Array.of(101, 103, 99, 100),
};
const path = (change: Partial<TradePath>): TradePath => ({
  direction: 'long',
  entryPrice: 100,
  entryRow: 1,
  entryMoment: 'open',
  exit: { row: 3, moment: 'open', price: 99 },
  ...change,
});
const of = (change: Partial<TradePath>) => {
  const { worst, best } = excursionOf(path(change), bars);
  return [worst, best].map((value) => Math.round(value * 1000) / 1000);
};

describe('excursion', () => {
  it('sees the bars from the open it was entered at, up to the open it was left at', () => {
    expect(of({})).toEqual([-0.05, 0.2]);
  });

  it('of a bar that was entered inside sees the close alone', () => {
    expect(of({ entryRow: 0, entryMoment: 'intrabar', exit: { row: 1, moment: 'open', price: 101 } })).toEqual([
      0, 0.01,
    ]);
  });

  it('of a bar that was left inside sees its open and the price it was left at', () => {
    expect(of({ entryRow: 2, exit: { row: 3, moment: 'intrabar', price: 96 } })).toEqual([-0.04, 0.2]);
    expect(of({ entryRow: 2, exit: { row: 2, moment: 'intrabar', price: 97 } })).toEqual([-0.03, 0.03]);
  });

  it('of a bar that was entered and left inside sees its own two prices', () => {
    const exit = { row: 3, moment: 'intrabar', price: 98 } as const;
    expect(of({ entryRow: 3, entryMoment: 'intrabar', exit })).toEqual([-0.02, 0]);
  });

  it('lasts to the last bar while it is open', () => {
    expect(of({ exit: undefined })).toEqual([-0.2, 0.3]);
  });

  it('of a short is that of a long turned over, and both hold entry and result', () => {
    const moment = fc.constantFrom('open', 'intrabar');
    const price = fc.double({ min: 50, max: 150, noNaN: true });
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), moment, moment, price, price, (a, b, entryMoment, exitMoment, entry, out) => {
        const given = path({
          entryRow: Math.min(a, b),
          entryMoment,
          entryPrice: entry,
          exit: { row: Math.max(a, b), moment: exitMoment, price: out },
        });
        const long = excursionOf(given, bars);
        const short = excursionOf({ ...given, direction: 'short' }, bars);
        expect(short).toEqual({ worst: 0 - long.best, best: 0 - long.worst });
        const result = out / entry - 1;
        expect(long.worst).toBeLessThanOrEqual(Math.min(0, result));
        expect(long.best).toBeGreaterThanOrEqual(Math.max(0, result));
      }),
    );
  });
});
