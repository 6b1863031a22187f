import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRsi } from './rsi.ts';

// The worked example of StockCharts ChartSchool, "Relative Strength Index (RSI)".
const CLOSES = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.614,
  46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439,
];

describe('createRsi', () => {
  it('gives the published example', () => {
    const kernel = createRsi(14);
    const values = CLOSES.map((close) => kernel.next(close));
    expect(values.slice(0, 14).every(Number.isNaN)).toBe(true);
    expect(values.slice(14).map((value) => Math.round(value * 100) / 100)).toEqual([
      70.53, 66.32, 66.55, 69.41, 66.36, 57.97,
    ]);
  });

  it('is 0 when nothing moves, and exactly 100 when nothing falls', () => {
    const still = createRsi(5);
    const rising = createRsi(5);
    for (let i = 0; i < 50; i++) {
      const flat = still.next(0.1);
      const up = rising.next(1 + 0.1 * i);
      if (i >= 5) expect([flat, up]).toEqual([0, 100]);
    }
  });

  it('stays between 0 and 100, and mirrored prices mirror it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 20, maxLength: 80 }),
        (closes) => {
          const plain = createRsi(7);
          const mirrored = createRsi(7);
          for (const close of closes) {
            const value = plain.next(close);
            const mirror = mirrored.next(-close);
            if (!plain.ready) continue;
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
            if (value + mirror !== 0) expect(value + mirror).toBeCloseTo(100, 9);
          }
        },
      ),
    );
  });
});
