import { BarCursor, createBarSeries } from '@candor/domain/bar';
import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { hurst } from './hurst.ts';

describe('hurst', () => {
  it('is higher for returns that persist than for chance, and lowest for returns that turn back', () => {
    const [persistent, chance, turning] = [0.8, 0, -0.8].map((memory) => {
      const values = exponents(memory).subarray(400);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    expect(persistent).toBeGreaterThan(chance! + 0.1);
    expect(turning).toBeLessThan(chance! - 0.1);
  });

  it('has no value while every return of a part of the window is the same', () => {
    const bars = seededWalk(2, 150);
    const close = bars.close.slice();
    close.fill(close[99]!, 100);
    const [value] = hurst.compute(createBarSeries(bars.instrument, bars.timeframe, { ...bars, close }), { period: 32 });
    expect(value![99]).toBeGreaterThan(0);
    expect(value![110]).toBeNaN();
  });

  it('is refused where a price is not above zero, and bar by bar has no value while one is in the window', () => {
    const bars = seededWalk(2, 150);
    const broken = createBarSeries(bars.instrument, bars.timeframe, { ...bars, close: bars.close.with(60, 0) });
    expect(() => hurst.compute(broken, { period: 32 })).toThrow(
      expect.objectContaining({
        code: 'indicators.bad-input',
        message: expect.stringContaining('"close" of SYN-WALK is 0 at bar 60'),
      }),
    );
    const [plain] = hurst.compute(bars, { period: 32 });
    const indicator = hurst.create({ period: 32 });
    const cursor = new BarCursor(broken);
    const value = Array.from({ length: broken.length }, (_, bar) => {
      BarCursor.move(cursor, bar);
      indicator.push(cursor);
      return indicator.out[0];
    });
    expect([value[59], value[60], value[92], value[93]]).toEqual([plain![59], NaN, NaN, plain![93]]);
  });
});

function exponents(memory: number): Float64Array {
  const bars = seededWalk(1, 2000);
  const rng = createRng(8);
  let step = 0;
  let price = 100;
  const close = bars.close.map(() => {
    step = memory * step + 0.01 * rng.normal();
    price *= Math.exp(step);
    return price;
  });
  return hurst.compute(createBarSeries(bars.instrument, bars.timeframe, { ...bars, close }), { period: 400 })[0]!;
}
