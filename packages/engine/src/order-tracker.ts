import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import type { Json } from '@candor/domain/json';
import { advanceOrder, isFinal, type OrderLifeEvent, type OrderState, openOrder } from '@candor/domain/order-state';
import { SavedOrder, saveOrder } from '@candor/domain/saved-order';
import { z } from 'zod';

const TrackerState = z.array(
  z.strictObject({
    order: SavedOrder,
    filledQuantity: z.number().min(0),
    averageFillPrice: z.number().nullable(),
  }),
);

/** The life of a session's orders, told again from its events. Orders that are over are forgotten once they were reported. */
export class OrderTracker {
  readonly #states = new Map<string, OrderState>();
  /** In the order in which they changed first. */
  readonly #changed = new Set<string>();

  /** Takes the next event; those that are not about an order change nothing. Throws `engine.unknown-order` for an order it never saw approved. */
  take(event: SessionEvent): void {
    switch (event.type) {
      case 'order-approved':
        this.#set(openOrder(event.order));
        break;
      case 'order-filled': {
        const { clientOrderId, quantity, price } = event.fill;
        this.#advance(clientOrderId, { type: 'filled', quantity, price, complete: event.complete });
        break;
      }
      case 'order-cancelled':
        this.#advance(event.clientOrderId, { type: 'cancelled', reason: event.reason });
        break;
      case 'order-expired':
        this.#advance(event.clientOrderId, { type: 'expired', reason: event.reason });
        break;
      case 'order-rejected':
        this.#advance(event.clientOrderId, { type: 'rejected', reason: event.reason });
        break;
    }
  }

  /** Returns an order that is open, or over and not reported yet. */
  find(clientOrderId: string): OrderState | undefined {
    return this.#states.get(clientOrderId);
  }

  /** Returns every order whose state changed since the last call, each once, as it now stands. */
  changed(): OrderState[] {
    const states = [...this.#changed].flatMap((id) => this.#states.get(id) ?? []);
    for (const { order, status } of states) if (isFinal(status)) this.#states.delete(order.clientOrderId);
    this.#changed.clear();
    return states;
  }

  /** Returns the open orders as JSON. What changed and was not asked for yet is not in it. */
  snapshot(): Json {
    return [...this.#states.values()]
      .filter(({ status }) => !isFinal(status))
      .map(({ order, filledQuantity, averageFillPrice = null }) => ({
        order: saveOrder(order),
        filledQuantity,
        averageFillPrice,
      }));
  }

  /** Takes back what `snapshot` returned. Throws `engine.bad-snapshot` (halt) for anything else, and then changes nothing. */
  restore(state: Json): void {
    const parsed = TrackerState.safeParse(state);
    if (!parsed.success) {
      throw new CandorError('engine.bad-snapshot', {
        kind: 'halt',
        message: 'The saved orders of the session cannot be read, so trading must not go on with them.',
        cause: parsed.error,
      });
    }
    this.#states.clear();
    this.#changed.clear();
    for (const { order, filledQuantity, averageFillPrice } of parsed.data) {
      const isFilled = filledQuantity > 0;
      this.#states.set(order.clientOrderId, {
        order,
        status: isFilled ? 'partially-filled' : 'working',
        filledQuantity,
        averageFillPrice: averageFillPrice ?? undefined,
        triggered: isFilled,
        reason: undefined,
      });
    }
  }

  #advance(clientOrderId: string, change: OrderLifeEvent): void {
    const state = this.#states.get(clientOrderId);
    if (state === undefined) {
      throw new CandorError('engine.unknown-order', {
        kind: 'halt',
        message: `Order ${clientOrderId} has ${change.type === 'filled' ? 'filled' : `been ${change.type}`} and was never approved here.`,
      });
    }
    this.#set(advanceOrder(state, change));
  }

  #set(state: OrderState): void {
    const { clientOrderId } = state.order;
    this.#states.set(clientOrderId, state);
    this.#changed.add(clientOrderId);
  }
}
