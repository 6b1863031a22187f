import { describe, expect, it } from 'vitest';
import { DelayLine } from './delay-line.ts';

describe('DelayLine', () => {
  it('gives each value back after as many more', () => {
    const past = new DelayLine(2);
    expect([1, 2, 3, 4, 5].map((value) => past.next(value))).toEqual([Number.NaN, Number.NaN, 1, 2, 3]);
  });

  it('gives the value itself without a lag', () => {
    expect(new DelayLine(0).next(7)).toBe(7);
  });

  it('carries values that are not there yet through a snapshot', () => {
    const past = new DelayLine(2);
    past.next(1);
    past.next(Number.NaN);
    const resumed = new DelayLine(2);
    resumed.restore(past.snapshot());
    expect([resumed.next(3), resumed.next(4), resumed.next(5)]).toEqual([1, Number.NaN, 3]);
  });
});
