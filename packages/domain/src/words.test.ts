import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToLot } from './instrument.ts';
import { didYouMean, nearest } from './nearest.ts';
import { createRng } from './rng.ts';
import { dayFromCivil, dayFromIso, isoFromDay, weekdayOf } from './time.ts';

describe('nearest', () => {
  it('finds the typing slip and stays silent about a word that is none', () => {
    expect(nearest('sma-crosover', ['sma-crossover', 'markov-chain'])).toBe('sma-crossover');
    expect(nearest('aapl', ['AAPL', 'SPX'])).toBe('AAPL');
    expect(nearest('zzzzzzzzzz', ['AAPL', 'SPX'])).toBeUndefined();
    expect(didYouMean('APL', ['AAPL', 'SPX'])).toBe('Did you mean "AAPL"? Known: AAPL, SPX.');
    const many = Array.from({ length: 30 }, (_, i) => `symbol-${i}`);
    expect(didYouMean('symbol-7x', many), 'a long list would hide the answer').toBe('Did you mean "symbol-7"?');
  });
});

describe('session days', () => {
  it('read and write the same date, for every day of four centuries', () => {
    fc.assert(fc.property(fc.integer({ min: -50_000, max: 100_000 }), (day) => dayFromIso(isoFromDay(day)) === day));
  });

  it('know the weekday and refuse what is no date', () => {
    expect(weekdayOf(dayFromCivil(2024, 3, 8)), 'a Friday').toBe(5);
    for (const text of ['2024-02-30', '2024-13-01', '24-01-01', 'yesterday', '']) {
      expect(() => dayFromIso(text)).toThrow(/is not a date/);
    }
  });
});

describe('floorToLot', () => {
  it('gives the largest whole number of lots, on the decimal grid', () => {
    expect(floorToLot(5.0000000000001, 0.001)).toBe(5);
    expect(floorToLot(0.3 / 0.1, 1), 'a quotient that misses its integer by an ulp').toBe(3);
    expect(floorToLot(259, 100)).toBe(200);
    expect([-1, Number.NaN, Number.POSITIVE_INFINITY].map((quantity) => floorToLot(quantity, 1))).toEqual([0, 0, 0]);
  });
});

describe('createRng', () => {
  it('continues the same sequence from its snapshot', () => {
    const rng = createRng(7);
    for (let i = 0; i < 100; i++) rng.next();
    const copy = createRng(rng.snapshot());
    expect(Array.from({ length: 50 }, () => copy.nextUint32())).toEqual(
      Array.from({ length: 50 }, () => rng.nextUint32()),
    );
  });
});
