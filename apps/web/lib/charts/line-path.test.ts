import { describe, expect, it } from 'vitest';
import { linePath } from './line-path';

const points = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('linePath', () => {
  it('goes through every point where there is room', () => {
    expect(
      linePath(
        [1, 2, 3],
        (index) => index * 10,
        (value) => value,
      ),
    ).toBe('M0.0 1.0L10.0 2.0L20.0 3.0');
  });

  it('is interrupted where a value is missing, and never bridges it', () => {
    expect(
      linePath(
        [1, null, 3, 4],
        (index) => index * 10,
        (value) => value,
      ),
    ).toBe('M0.0 1.0M20.0 3.0L30.0 4.0');
  });

  it('keeps the first, the last, the lowest and the highest point, however many share a pixel', () => {
    const values = Array.from({ length: 20_000 }, (_, index) => Math.sin(index * 0.7) * 50 + ((index * 7) % 13));
    const kept = points(
      linePath(
        values,
        (index) => (index / values.length) * 300,
        (value) => value,
      ),
    );
    const heights = kept.map(([, y]) => y);
    expect(kept.length).toBeLessThanOrEqual(4 * 301);
    expect(Math.min(...(heights as number[]))).toBeCloseTo(Math.min(...values), 1);
    expect(Math.max(...(heights as number[]))).toBeCloseTo(Math.max(...values), 1);
    expect(heights[0]).toBeCloseTo(values[0] ?? Number.NaN, 1);
    expect(heights.at(-1)).toBeCloseTo(values.at(-1) ?? Number.NaN, 1);
  });
});
