import { describe, expect, it } from 'vitest';
import { createAlma } from './alma.ts';

const VALUES = [2, 4, 8, 16, 32];

describe('createAlma', () => {
  it('is the plain mean under a bell as wide as can be, and the newest value under the narrowest at its end', () => {
    const flat = createAlma(4, 0.5, 1e-6);
    const newest = createAlma(4, 1, 1000);
    const rows = VALUES.map((value) => [flat.next(value), newest.next(value)]);
    expect(rows[3]?.[0]).toBeCloseTo(7.5, 9);
    expect(rows[4]?.[0]).toBeCloseTo(15, 9);
    expect(rows.slice(3).map((row) => row[1])).toEqual([16, 32]);
  });

  it('stays a mean when its bell is narrower than the way to the nearest value', () => {
    const between = createAlma(2, 0.5, 1000);
    expect(VALUES.slice(0, 3).map((value) => between.next(value))).toEqual([Number.NaN, 3, 6]);
  });

  it.each([
    [0, 0.85, 6, /"period"/],
    [9, 1.1, 6, /"offset"/],
    [9, Number.NaN, 6, /"offset"/],
    [9, 0.85, 0, /"sigma"/],
  ])('refuses a period of %s, an offset of %s and a sigma of %s', (period, offset, sigma, named) => {
    expect(() => createAlma(period, offset, sigma)).toThrow(expect.objectContaining({ code: 'indicators.bad-param' }));
    expect(() => createAlma(period, offset, sigma)).toThrow(named);
  });
});
