import { describe, expect, it } from 'vitest';
import { accountIdentity } from './account-identity';

describe('accountIdentity', () => {
  it('ties when cash and what is held, shorts taken off, are the equity', () => {
    const positions = [
      { quantity: 117, marketValueUsd: 19_193.85 },
      { quantity: -103, marketValueUsd: -10_454.5 },
      { quantity: 0, marketValueUsd: 0 },
    ];
    expect(accountIdentity({ cashUsd: 59_447, equityUsd: 68_186.35 }, positions)).toMatchObject({
      longUsd: 19_193.85,
      shortUsd: 10_454.5,
      ties: true,
    });
  });

  it('says by how much it does not tie', () => {
    const identity = accountIdentity({ cashUsd: 100, equityUsd: 99.98 }, []);
    expect(identity?.ties).toBe(false);
    expect(identity?.differenceUsd).toBeCloseTo(0.02);
  });

  it('is unknown as long as something is held without a price', () => {
    expect(accountIdentity({ cashUsd: 1, equityUsd: 1 }, [{ quantity: 5, marketValueUsd: null }])).toBeUndefined();
  });
});
