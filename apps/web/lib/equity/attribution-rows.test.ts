import { describe, expect, it } from 'vitest';
import { attributionRows } from './attribution-rows';

const result = (sleeveId: string, resultUsd: number | null) => ({
  sleeveId,
  fills: 2,
  realizedUsd: (resultUsd ?? 0) + 1,
  unrealizedUsd: resultUsd === null ? null : 0,
  feesUsd: 1,
  slippageUsd: 3,
  resultUsd,
});
const account = {
  startCashUsd: 1_000,
  cashUsd: 0,
  equityUsd: 1_150,
  realizedUsd: 152,
  unrealizedUsd: 0,
  feesUsd: 2,
  dividendsUsd: 0,
  interestUsd: 0,
  borrowUsd: 0,
};
const input = {
  attribution: [
    { ...result('a', -50), symbol: 'AAPL' },
    { ...result('b', 180), symbol: 'AAPL' },
    { ...result('b', 20), symbol: 'MSFT' },
  ],
  sleeves: [result('a', -50), result('b', 200)],
  ofNoSleeveUsd: 0,
  account,
};

describe('attributionRows', () => {
  it('puts the symbols under their sleeve, what brought most first, and the whole last', () => {
    expect(attributionRows(input).rows.map(({ id }) => id)).toEqual(['b', 'b AAPL', 'b MSFT', 'a', 'a AAPL', '=']);
  });

  it('adds up to the equity less the start, what belongs to no sleeve included', () => {
    expect(attributionRows(input).differenceUsd).toBeCloseTo(0);
    const withDividends = attributionRows({ ...input, ofNoSleeveUsd: 5, account: { ...account, equityUsd: 1_155 } });
    expect(withDividends.differenceUsd).toBeCloseTo(0);
    expect(withDividends.rows.map(({ level }) => level)).toContain('none');
  });

  it('sums every column to its total, and says what the account counts as unrealised beyond that', () => {
    const split = attributionRows({ ...input, account: { ...account, realizedUsd: 150, unrealizedUsd: 2 } });
    const whole = split.rows.find(({ level }) => level === 'all');
    expect(whole?.realizedUsd).toBe(input.sleeves.reduce((sum, { realizedUsd }) => sum + realizedUsd, 0));
    expect(whole?.unrealizedUsd).toBe(0);
    expect(split.unrealizedBeyondUsd).toBe(2);
  });

  it('says by how much it does not add up', () => {
    expect(attributionRows({ ...input, account: { ...account, equityUsd: 1_149 } }).differenceUsd).toBeCloseTo(1);
  });

  it('draws results against the largest, with their sign', () => {
    const { rows } = attributionRows(input);
    expect(rows.find(({ id }) => id === 'b')?.ofLargest).toBe(1);
    expect(rows.find(({ id }) => id === 'a')?.ofLargest).toBe(-0.25);
  });

  it('does not add up what is not known', () => {
    const { differenceUsd, rows } = attributionRows({ ...input, sleeves: [result('a', null), result('b', 200)] });
    expect(differenceUsd).toBeNull();
    expect(rows.find(({ id }) => id === 'a')?.ofStart).toBeNull();
  });
});
