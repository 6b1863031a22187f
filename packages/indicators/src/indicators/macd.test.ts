import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { createEma } from './ema.ts';
import { createMacd, type MacdConvention } from './macd.ts';

const PERIODS = { fast: 3, slow: 6, signal: 4 };

describe('createMacd', () => {
  const rng = createRng(5);
  const closes = Array.from({ length: 60 }, () => 100 + rng.normal());

  it.each<[MacdConvention, line: number, signal: number]>([
    ['talib', 8, 8],
    ['classic', 5, 8],
    ['first', 0, 0],
  ])('begins under "%s" at bar %i with the line and at bar %i with the signal', (convention, line, signal) => {
    const kernel = createMacd(PERIODS, convention);
    const rows = closes.map((close) => [kernel.next(close), kernel.signal, kernel.histogram]);
    const first = (slot: number): number => rows.findIndex((row) => !Number.isNaN(row[slot]));
    expect([first(0), first(1), first(2)]).toEqual([line, signal, signal]);
  });

  it('is under "classic" the difference of two averages with their own seeds', () => {
    const kernel = createMacd(PERIODS, 'classic');
    const fast = createEma(3);
    const slow = createEma(6);
    for (const close of closes) expect(kernel.next(close)).toBe(fast.next(close) - slow.next(close));
  });

  it('seeds under "talib" the fast average with the bars that end the seed of the slow one', () => {
    const kernel = createMacd({ fast: 2, slow: 4, signal: 1 });
    for (const close of [100, 200, 3]) kernel.next(close);
    expect(kernel.next(5)).toBe((3 + 5) / 2 - (100 + 200 + 3 + 5) / 4);
  });

  it('gives the same lines in the end, however it began', () => {
    const ends = (['talib', 'classic', 'first'] as const).map((convention) => {
      const kernel = createMacd(PERIODS, convention);
      for (const close of closes) kernel.next(close);
      return kernel.histogram;
    });
    expect(ends[1]).toBeCloseTo(ends[0]!, 4);
    expect(ends[2]).toBeCloseTo(ends[0]!, 4);
  });

  it('refuses a fast average that is not faster', () => {
    expect(() => createMacd({ fast: 6, slow: 6, signal: 4 })).toThrow(/"fast" must be smaller than "slow"/);
  });
});
