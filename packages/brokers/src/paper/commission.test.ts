import { floorToLot } from '@candor/domain/instrument';
import { toMicros } from '@candor/domain/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affordableQuantity, type CommissionParams, commissionMicros } from './commission.ts';
import { DEFAULT_COSTS, scaleCosts } from './costs.ts';

const params = fc.oneof(
  fc.record({
    kind: fc.constant('per-share' as const),
    feePerShareUsd: fc.constantFrom(0, 0.005, 0.35),
    minimumUsd: fc.constantFrom(0, 1, 7.5),
    maxFraction: fc.constantFrom(0.005, 0.01, 1),
  }),
  fc.record({ kind: fc.constant('bps' as const), bps: fc.constantFrom(0, 1, 10, 250) }),
);
const cents = fc.integer({ min: 1, max: 100_000 }).map((price) => price / 100);

describe('affordableQuantity', () => {
  it('buys as many lots as the cash pays for with the fee, and not one more', () => {
    fc.assert(
      fc.property(
        params,
        cents,
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(1, 100, 0.001),
        (fees, price, cashUsd, lot) => {
          const cash = toMicros(cashUsd);
          const cost = (quantity: number) => toMicros(quantity * price) + commissionMicros(fees, quantity, price);
          const quantity = affordableQuantity(fees, cash, price, lot);
          expect(cost(quantity)).toBeLessThanOrEqual(cash);
          expect(cost(floorToLot(quantity + lot * 1.5, lot)), 'one lot more').toBeGreaterThan(cash);
        },
      ),
    );
  });

  it('refuses a price that is none', () => {
    const free: CommissionParams = { kind: 'bps', bps: 0 };
    expect(() => affordableQuantity(free, 1, 0, 1)).toThrow(/must be above 0/);
  });
});

describe('scaleCosts', () => {
  it('never makes a fill cheaper when the factor grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        cents,
        fc.double({ min: 1, max: 20, noNaN: true }),
        (quantity, price, factor) => {
          const dearer = scaleCosts(DEFAULT_COSTS, factor);
          expect(commissionMicros(dearer.commission, quantity, price)).toBeGreaterThanOrEqual(
            commissionMicros(DEFAULT_COSTS.commission, quantity, price),
          );
          expect(dearer.slippageBps).toBeGreaterThanOrEqual(DEFAULT_COSTS.slippageBps);
        },
      ),
    );
  });
});
