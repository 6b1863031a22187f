import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { createLinearRegression, linearRegression } from './linear-regression.ts';

describe('linear regression', () => {
  it('is the line itself through values on a line', () => {
    const line = createLinearRegression(4);
    for (const value of [7, 9, 11, 13]) line.add(value);
    expect([line.value, line.forecast, line.intercept, line.slope, line.r2]).toEqual([13, 15, 7, 2, 1]);
    expect(line.angle).toBeCloseTo(63.434948822922, 11);
  });

  it('explains none of a symmetric tent, and says so rather than that nothing is there to explain', () => {
    const line = createLinearRegression(3);
    for (const value of [1, 2, 1]) line.add(value);
    expect([line.slope, line.r2]).toEqual([0, 0]);
    for (const value of [5, 5, 5]) line.add(value);
    expect([line.slope, line.r2, line.value]).toEqual([0, Number.NaN, 5]);
  });

  it('explains a share of the variance that is the squared correlation, from 0 to 1', () => {
    const series = seededWalk(4, 300);
    const period = 14;
    const [, , , , , r2] = linearRegression.compute(series, { period });
    const middle = (period - 1) / 2;
    for (let i = period - 1; i < series.length; i++) {
      const window = series.close.subarray(i + 1 - period, i + 1);
      const mean = window.reduce((sum, x) => sum + x, 0) / period;
      const across = window.reduce((sum, x, j) => sum + (j - middle) * (x - mean), 0);
      const along = window.reduce((sum, _, j) => sum + (j - middle) ** 2, 0);
      const squares = window.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      expect(r2![i]).toBeCloseTo((across * across) / (along * squares), 10);
      expect(r2![i]).toBeLessThanOrEqual(1);
    }
  });
});
