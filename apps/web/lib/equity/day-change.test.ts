import { describe, expect, it } from 'vitest';
import { dayChange } from './day-change';

const point = (at: string, equityUsd: number) => ({ at, equityUsd });

describe('dayChange', () => {
  it('compares with the last point of the session day before, not with the point before', () => {
    const points = [
      point('2018-01-02T20:59:00.000Z', 101),
      point('2018-01-02T21:00:00.000Z', 100),
      point('2018-01-03T14:31:00.000Z', 90),
      point('2018-01-03T14:32:00.000Z', 105),
    ];
    expect(dayChange(points, 50)).toEqual({ usd: 5, fraction: 0.05 });
  });

  it('compares with the start on the first day', () => {
    expect(dayChange([point('2018-01-02T21:00:00.000Z', 110)], 100)).toEqual({ usd: 10, fraction: 0.1 });
  });

  it('knows nothing before the first point', () => {
    expect(dayChange([], 100)).toBeUndefined();
  });
});
