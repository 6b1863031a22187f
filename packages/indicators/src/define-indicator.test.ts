import { describe, expect, it } from 'vitest';
import { findIndicator } from './catalog.ts';
import { seededWalk } from './seeded-walk.ts';

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no error';
}

describe('a defined indicator', () => {
  it.each<[id: string, params: unknown, message: string]>([
    ['sma', { period: 0 }, 'Indicator "sma": "period" must be a whole number from 1 to 5000, but is 0.'],
    ['sma', { period: 'ten' }, 'Indicator "sma": "period" must be a whole number from 1 to 5000, but is "ten".'],
    ['sma', { perod: 5 }, 'Indicator "sma": it has no parameter "perod". Did you mean "period"? It takes period.'],
    ['sma', 20, 'Indicator "sma": its parameters must be an object.'],
    [
      'ema',
      { convention: 'tallib' },
      'Indicator "ema": "convention" must be one of talib, first, but is "tallib". Did you mean "talib"?',
    ],
    ['macd', { fast: 30 }, 'Indicator "macd": "fast" must be smaller than "slow".'],
    [
      'bollinger',
      { multiplier: 0 },
      'Indicator "bollinger": "multiplier" must be a number above 0 and at most 1000, but is 0.',
    ],
    ['true-range', { period: 5 }, 'Indicator "true-range": it has no parameter "period". It takes none.'],
  ])('%s answers %j with a sentence', (id, params, message) => {
    expect(messageOf(() => findIndicator(id).parse(params))).toBe(message);
  });

  it('names the bar whose high is below its low', () => {
    const high = new Float64Array(9).fill(2);
    const low = new Float64Array(9).fill(1).with(6, 3);
    const series = { ...seededWalk(1, 9), high, low };
    expect(messageOf(() => findIndicator('atr').compute(series, {}))).toBe(
      'Column "high" of SYN-WALK is 2 at bar 6, below its low of 3.',
    );
  });

  it('writes into the columns it is given, and refuses ones that do not fit', () => {
    const series = seededWalk(1, 9);
    const column = new Float64Array(9);
    expect(findIndicator('sma').compute(series, { period: 3 }, [column])[0]).toBe(column);
    expect(column[0]).toBeNaN();
    expect(() => findIndicator('sma').compute(series, { period: 3 }, [new Float64Array(8)])).toThrow(
      expect.objectContaining({ code: 'indicators.length-mismatch' }),
    );
  });

  it('gives empty columns for no bars', () => {
    const series = seededWalk(1, 0);
    expect(
      findIndicator('bollinger')
        .compute(series, {})
        .map((column) => column.length),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('refuses a snapshot of another indicator', () => {
    expect(() => findIndicator('rsi').create({}).restore(findIndicator('atr').create({}).snapshot())).toThrow(
      expect.objectContaining({ code: 'indicators.bad-snapshot', kind: 'invalid' }),
    );
  });
});
