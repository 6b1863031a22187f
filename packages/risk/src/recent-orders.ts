import type { OrderRequest, Side } from '@candor/domain/order';

export interface RecentOrder {
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly quantity: number;
  /** Market time of the approval, UTC milliseconds. */
  readonly at: number;
}

const COMPACT_FROM = 64;

/** Approved orders by market time, forgotten once they are older than any limit asks about. A memory of 0 ms remembers nothing. */
export class RecentOrders {
  readonly #memoryMs: number;
  #orders: RecentOrder[] = [];
  #first = 0;

  constructor(memoryMs: number) {
    this.#memoryMs = memoryMs;
  }

  /** Adds an approved order. The same client order id again is the same order and is not counted twice. */
  remember(order: OrderRequest, at: number): void {
    if (this.#memoryMs === 0) return;
    this.#forget(at);
    const { clientOrderId, symbol, side, quantity } = order;
    for (let i = this.#first; i < this.#orders.length; i++) {
      if (this.#orders[i]!.clientOrderId === clientOrderId) return;
    }
    this.#orders.push({ clientOrderId, symbol, side, quantity, at });
  }

  /** Returns how many orders were approved less than `windowMs` before `at`. An order from the future, which a stepped-back clock makes, counts. */
  count(at: number, windowMs: number): number {
    let count = 0;
    for (let i = this.#orders.length - 1; i >= this.#first; i--) {
      if (at - this.#orders[i]!.at < windowMs) count += 1;
    }
    return count;
  }

  /** Returns the age in ms of the youngest order of the same symbol, side and quantity, or undefined when there is none within the window. */
  ageOfTwin(order: OrderRequest, at: number, windowMs: number): number | undefined {
    for (let i = this.#orders.length - 1; i >= this.#first; i--) {
      const known = this.#orders[i]!;
      if (
        known.quantity === order.quantity &&
        known.side === order.side &&
        known.symbol === order.symbol &&
        known.clientOrderId !== order.clientOrderId &&
        at - known.at < windowMs
      ) {
        return at - known.at;
      }
    }
    return undefined;
  }

  snapshot(): RecentOrder[] {
    return this.#orders.slice(this.#first);
  }

  restore(orders: readonly RecentOrder[]): void {
    this.#orders = [...orders];
    this.#first = 0;
  }

  #forget(at: number): void {
    const orders = this.#orders;
    while (this.#first < orders.length && at - orders[this.#first]!.at >= this.#memoryMs) this.#first += 1;
    if (this.#first < COMPACT_FROM || this.#first * 2 < orders.length) return;
    orders.copyWithin(0, this.#first);
    orders.length -= this.#first;
    this.#first = 0;
  }
}
