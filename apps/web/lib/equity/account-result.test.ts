import { describe, expect, it } from 'vitest';
import { accountResult } from './account-result';

const figures = {
  startCashUsd: 100_000,
  equityUsd: 122_646.418864,
  realizedUsd: 22_057.59,
  unrealizedUsd: 726.318864,
  feesUsd: 137.49,
  dividendsUsd: 0,
  interestUsd: 0,
  borrowUsd: 0,
};

describe('accountResult', () => {
  it('takes costs off, and its parts make up the result', () => {
    const { parts, resultUsd, ties } = accountResult(figures);
    expect(parts.find(({ id }) => id === 'fees')?.usd).toBe(-137.49);
    expect(resultUsd).toBeCloseTo(22_646.418864);
    expect(ties).toBe(true);
  });

  it('says so when a cent is missing', () => {
    const { ties, differenceUsd } = accountResult({ ...figures, feesUsd: 137.5 });
    expect(ties).toBe(false);
    expect(differenceUsd).toBeCloseTo(-0.01);
  });

  it('never gives a negative nothing, which would be written as a loss', () => {
    for (const { usd } of accountResult({ ...figures, feesUsd: 0 }).parts) expect(Object.is(usd, -0)).toBe(false);
  });
});
