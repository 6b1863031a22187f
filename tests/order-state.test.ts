import { advanceOrder, isFinal, type OrderLifeEvent, openOrder } from '@candor/domain/order-state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approved } from './approved.ts';
import { PLAIN } from './venue.ts';

const order = approved(PLAIN, { id: 'o-1', type: 'market', side: 'buy', quantity: 100 });

const ending = fc.constantFrom<OrderLifeEvent['type']>('cancelled', 'expired', 'rejected');
const life = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('filled' as const),
        quantity: fc.integer({ min: 1, max: 40 }),
        price: fc.integer({ min: 1, max: 500 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: ending as fc.Arbitrary<'cancelled' | 'expired' | 'rejected'>, reason: fc.string() }),
    },
  ),
  { maxLength: 12 },
);

describe('order state', () => {
  it('agrees with a reference that only counts, and nothing leaves a final state', () => {
    fc.assert(
      fc.property(life, (events) => {
        let state = openOrder(order);
        let filled = 0;
        let paid = 0;
        for (const event of events) {
          const before = state;
          if (isFinal(state.status)) {
            expect(() => advanceOrder(before, { type: 'cancelled', reason: '' })).toThrow(/it cannot become/);
            return;
          }
          if (event.type === 'filled') {
            const quantity = Math.min(event.quantity, 100 - filled);
            filled += quantity;
            paid += quantity * event.price;
            state = advanceOrder(state, { type: 'filled', quantity, price: event.price, complete: filled === 100 });
            expect(state.filledQuantity).toBe(filled);
            expect(state.averageFillPrice).toBeCloseTo(paid / filled, 9);
            expect(state.status).toBe(filled === 100 ? 'filled' : 'partially-filled');
          } else {
            state = advanceOrder(state, { type: event.type, reason: event.reason });
            expect(state).toMatchObject({ status: event.type, filledQuantity: filled, reason: event.reason });
          }
        }
      }),
    );
  });
});
