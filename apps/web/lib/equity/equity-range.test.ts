import { describe, expect, it } from 'vitest';
import { equityRangeOf, rangeStartMs } from './equity-range';

const start = (range: '1M' | '6M' | '1Y', end: string) => new Date(rangeStartMs(range, Date.parse(end))).toISOString();

describe('rangeStartMs', () => {
  it('goes back by months of the calendar', () => {
    expect(start('1M', '2018-05-11T20:00:00.000Z')).toBe('2018-04-11T20:00:00.000Z');
    expect(start('6M', '2018-02-11T21:00:00.000Z')).toBe('2017-08-11T21:00:00.000Z');
    expect(start('1Y', '2018-05-11T20:00:00.000Z')).toBe('2017-05-11T20:00:00.000Z');
  });

  it('ends at the last day of a shorter month', () => {
    expect(start('1M', '2018-03-31T20:00:00.000Z')).toBe('2018-02-28T20:00:00.000Z');
    expect(start('1Y', '2016-02-29T21:00:00.000Z')).toBe('2015-02-28T21:00:00.000Z');
  });

  it('has no beginning where everything is asked for', () => {
    expect(rangeStartMs('All', 0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('equityRangeOf', () => {
  it('takes what it does not know for all of it', () => {
    expect(equityRangeOf('6M')).toBe('6M');
    expect(equityRangeOf('7M')).toBe('All');
    expect(equityRangeOf(undefined)).toBe('All');
  });
});
