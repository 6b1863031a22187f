import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { adx } from '@candor/indicators/indicators/adx';
import { klinger } from '@candor/indicators/indicators/klinger';
import { mfi } from '@candor/indicators/indicators/mfi';
import { INDICATOR_LAWS } from '@candor/indicators/laws';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from './adapters.ts';
import { barsOf, withoutTies } from './indicators.ts';

type Fields = { readonly [key: string]: Json };

const HIGH = [12, 13, 15, 14, 16, 18];
const LOW = [10, 11, 12, 12, 13, 15];
const CLOSE = [11, 13, 14, 12, 16, 17];

describe('the adapters of indicators', () => {
  it('need only the columns that the function reads', () => {
    const values = answer('aroon', { high: HIGH, low: LOW, opts: { period: 3 } });
    expect(values).toEqual(answer('aroon', { high: HIGH, low: LOW, close: CLOSE, opts: { period: 3 } }));
    const volume = [1, 2, 3, 4, 5, 6];
    expect(answer('pvo', { volume, opts: { fast: 1, slow: 2, signal: 1 } })).toEqual(
      answer('pvo', { volume, close: CLOSE, opts: { fast: 1, slow: 2, signal: 1 } }),
    );
  });

  it('know the averages of the percentage price oscillator by the name that TA-Lib gives their choice', () => {
    const opts = { fast: 2, slow: 3, signal: 1 };
    const [simple, exponential] = ['sma', 'ema'].map((maType) =>
      answer('ppo', { values: CLOSE, opts: { ...opts, maType } }),
    );
    expect(exponential).toEqual(answer('ppo', { values: CLOSE, opts }));
    expect(simple).not.toEqual(exponential);
  });

  it('take the convention `talib` where there is no other, and refuse any other there', () => {
    const plain = answer('rsi', { values: CLOSE, opts: { period: 2 } });
    expect(answer('rsi', { values: CLOSE, opts: { period: 2, convention: 'talib' } })).toEqual(plain);
    expect(() => answer('rsi', { values: CLOSE, opts: { period: 2, convention: 'wilder' } })).toThrow(
      expect.objectContaining({ code: 'indicators.bad-param' }),
    );
  });

  it('answer for the z-score, which no kept case asks for', () => {
    expect(answer('zscore', { values: [1, 3, 1, 3], opts: { period: 2 } })).toEqual({ value: [null, 1, -1, 1] });
  });

  it('leave it to the product to refuse what is no number', () => {
    for (const period of [null, '14', 0, 2.5]) {
      expect(() => answer('correlation', { x: HIGH, y: LOW, opts: { period } })).toThrow(
        expect.objectContaining({ code: 'indicators.bad-param' }),
      );
    }
    expect(() => answer('pivotPoints', { high: null, low: 1, close: 2, kind: 'standard' })).toThrow(
      expect.objectContaining({ code: 'indicators.bad-input' }),
    );
  });

  it('hold the scale law on bars moved off the cents, where no tie is left for rounding to decide', () => {
    const law = INDICATOR_LAWS.find(({ id }) => id === 'scale');
    const broken = (data: Fields, prepare: (bars: BarSeries) => BarSeries): number =>
      [adx, klinger, mfi].flatMap((one) => law!.check(one, one.parse({}), prepare(barsOf({ data })))).length;
    // Every high rises by what its low falls, so each bar ties with the one before, in decimals.
    const cents = (base: number, step: number): number[] =>
      Array.from({ length: 300 }, (_, bar) => (base + step * ((bar * bar * 7) % 97)) / 100);
    const data = { high: cents(13_000, 1), low: cents(3000, -1), close: cents(8000, 0), volume: cents(900, 5) };
    expect(broken(data, (bars) => bars)).toBeGreaterThan(0);
    expect(broken(data, withoutTies)).toBe(0);
  });
});

function answer(name: string, input: Fields): unknown {
  return ADAPTERS[`indicators.${name}`]?.(input, {});
}
