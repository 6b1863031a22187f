import { describe, expect, it } from 'vitest';
import { count, percent, usd } from './in-words.ts';

describe('figures in words', () => {
  it('separate thousands and round as their unit does', () => {
    expect([usd(1234567.891), usd(-1000), usd(0.005), usd(999)]).toEqual([
      '1,234,567.89 USD',
      '-1,000.00 USD',
      '0.01 USD',
      '999.00 USD',
    ]);
    expect([percent(0.051), percent(12.5), percent(0.1 + 0.2)]).toEqual(['5.1%', '1,250%', '30%']);
    expect([count(1000), count(0.1 + 0.2), count(1234.5), count(0), count(1e30)]).toEqual([
      ...['1,000', '0.3', '1,234.5', '0', '1e+30'],
    ]);
  });

  it('say when there is none', () => {
    expect([usd(Number.NaN), percent(Number.POSITIVE_INFINITY), count(Number.NaN)].join(' ')).not.toMatch(/NaN|Infin/);
  });
});
