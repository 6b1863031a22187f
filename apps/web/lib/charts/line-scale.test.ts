import { describe, expect, it } from 'vitest';
import { lineScale } from './line-scale';

const box = { width: 300, top: 10, bottom: 110 };
const times = [0, 10, 20, 100, 110];
const columns = [[100, 120, null, 90, 110]];

describe('lineScale', () => {
  it('keeps every value inside the box, the higher the nearer to the top', () => {
    for (const isLog of [false, true]) {
      const { y } = lineScale({ columns, times, isLog, baseline: 80, ...box });
      const heights = [80, 90, 100, 110, 120].map(y);
      expect(heights).toEqual(heights.toSorted((one, other) => other - one));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(box.top);
      expect(Math.max(...heights)).toBeLessThanOrEqual(box.bottom);
    }
  });

  it('spans the whole width, evenly or by time', () => {
    const even = lineScale({ columns, times, ...box });
    expect([0, 1, 4].map(even.x)).toEqual([0, 75, 300]);
    const timed = lineScale({ columns, times, spacing: 'time', ...box });
    expect([0, 4].map(timed.x)).toEqual([0, 300]);
    expect(timed.x(2)).toBeCloseTo((20 / 110) * 300);
  });

  it('finds each point at its own place, and an end beyond the ends', () => {
    for (const spacing of ['even', 'time'] as const) {
      const { x, nearest } = lineScale({ columns, times, spacing, ...box });
      for (const index of times.keys()) expect(nearest(x(index))).toBe(index);
      expect(nearest(-50)).toBe(0);
      expect(nearest(900)).toBe(times.length - 1);
    }
  });

  it('draws a constant in the middle instead of nowhere', () => {
    const { y } = lineScale({ columns: [[5, 5]], times: [0, 1], ...box });
    expect(y(5)).toBeCloseTo(60);
  });
});
