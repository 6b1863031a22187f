import type { ApprovedOrder } from './approved-order.ts';
import { CandorError } from './candor-error.ts';

export type OrderStatus = 'working' | 'partially-filled' | 'filled' | 'cancelled' | 'expired' | 'rejected';

/** An order and how far its life has come. */
export interface OrderState {
  readonly order: ApprovedOrder;
  readonly status: OrderStatus;
  readonly filledQuantity: number;
  /** Quantity-weighted; undefined until the first fill. */
  readonly averageFillPrice: number | undefined;
  /** True once filled, or once a stop has been touched. */
  readonly triggered: boolean;
  /** Why it ended without filling whole. */
  readonly reason: string | undefined;
}

export type OrderLifeEvent =
  | { readonly type: 'filled'; readonly quantity: number; readonly price: number; readonly complete: boolean }
  | { readonly type: 'cancelled' | 'expired' | 'rejected'; readonly reason: string };

/** Returns whether nothing can happen to the order any more. */
export function isFinal(status: OrderStatus): boolean {
  return status !== 'working' && status !== 'partially-filled';
}

/** Returns the state of an order the exchange has just taken. */
export function openOrder(order: ApprovedOrder): OrderState {
  return {
    order,
    status: 'working',
    filledQuantity: 0,
    averageFillPrice: undefined,
    triggered: false,
    reason: undefined,
  };
}

/** Returns the state after an event. Final states absorb nothing: an event for one throws `order.already-final`. */
export function advanceOrder(state: OrderState, event: OrderLifeEvent): OrderState {
  if (isFinal(state.status)) {
    throw new CandorError('order.already-final', {
      kind: 'conflict',
      message: `Order ${state.order.clientOrderId} is ${state.status}; it cannot become ${event.type}.`,
    });
  }
  if (event.type !== 'filled') return { ...state, status: event.type, reason: event.reason };
  const filledQuantity = state.filledQuantity + event.quantity;
  const paid = (state.averageFillPrice ?? 0) * state.filledQuantity + event.price * event.quantity;
  return {
    order: state.order,
    status: event.complete ? 'filled' : 'partially-filled',
    filledQuantity,
    averageFillPrice: paid / filledQuantity,
    triggered: true,
    reason: undefined,
  };
}
