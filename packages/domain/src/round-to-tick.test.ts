import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundToTick } from './round-to-tick.ts';

describe('roundToTick', () => {
  it('rounds up or down by less than a tick, and leaves a price that is on the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }).map((units) => units / 10_000),
        fc.constantFrom(0.01, 0.05, 0.0001, 1, 5),
        fc.constantFrom<1 | -1>(1, -1),
        (price, tick, sign) => {
          const rounded = roundToTick(price, sign, tick);
          expect(sign * (rounded - price)).toBeGreaterThanOrEqual(-1e-6 * tick);
          expect(Math.abs(rounded - price)).toBeLessThan(tick * (1 + 1e-6));
          expect(roundToTick(rounded, sign, tick)).toBe(rounded);
        },
      ),
    );
  });

  it('leaves a price on the grid alone, however many ticks it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), fc.constantFrom<1 | -1>(1, -1), (units, sign) => {
        expect(roundToTick(units / 10_000, sign, 0.0001)).toBe(units / 10_000);
      }),
    );
  });

  it('gives the double that the decimal number is written as', () => {
    expect(roundToTick(100.12345, 1, 0.01)).toBe(100.13);
    expect(roundToTick(100.12345, -1, 0.01)).toBe(100.12);
  });
});
