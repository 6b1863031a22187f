import type { Bar } from '@candor/domain/bar';
import type { RecordedEvent, SessionEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import { isFinal, type OrderState } from '@candor/domain/order-state';
import type { FeedBar } from '@candor/domain/ports/bar-feed';
import type { EquityPoint } from '@candor/domain/ports/repositories';
import type { Trade } from '@candor/domain/trade';
import { OrderTracker } from './order-tracker.ts';
import type { Turn, TurnOrder } from './turn.ts';

/** What a session did since its latest turn and is not written yet. */
export class TurnDraft {
  /** Number of the latest event; counts the session's events from 1. */
  seq = 0;
  readonly orders = new OrderTracker();
  /** Orders that the broker has not answered yet. */
  readonly unsent = new Set<string>();
  #answered = new Map<string, OrderState>();
  #events: RecordedEvent[] = [];
  #fills: Fill[] = [];
  #trades: Trade[] = [];
  #equity: EquityPoint[] = [];
  #bars: { symbol: string; bar: Bar }[] = [];

  /** Steps of the session in it. */
  get steps(): number {
    return this.#equity.length;
  }

  get isEmpty(): boolean {
    return this.#equity.length === 0 && this.#events.length === 0 && this.#answered.size === 0;
  }

  /** Takes the events over, and numbers them. */
  takeEvents(events: SessionEvent[], recordedAt: number): void {
    for (const event of events) {
      this.#events.push({ ...event, seq: ++this.seq, recordedAt });
      this.orders.take(event);
      if (event.type === 'order-approved') this.unsent.add(event.order.clientOrderId);
      else if (event.type === 'order-filled') {
        this.#fills.push(event.fill);
        // A fill is an answer, even where none came.
        this.unsent.delete(event.fill.clientOrderId);
      }
    }
    events.length = 0;
  }

  /** Taken step by step, since their order in a turn must not depend on how many steps it has. */
  takeTrades(trades: readonly Trade[]): void {
    this.#trades.push(...trades);
  }

  takeStep(bars: readonly FeedBar[], equity: EquityPoint): void {
    this.#bars.push(...bars);
    this.#equity.push(equity);
  }

  /** Notes that the broker has the order, or has turned it down. */
  takeAnswer(clientOrderId: string): void {
    if (!this.unsent.delete(clientOrderId)) return;
    const state = this.orders.find(clientOrderId);
    if (state !== undefined) this.#answered.set(clientOrderId, state);
  }

  /** Hands over all of it and begins anew. */
  finish(): Pick<Turn, 'events' | 'orders' | 'fills' | 'trades' | 'equity' | 'bars'> {
    const states = this.#answered;
    for (const state of this.orders.changed()) states.set(state.order.clientOrderId, state);
    const orders = [...states.values()].map((state): TurnOrder => {
      const { clientOrderId } = state.order;
      const isSent = !this.unsent.has(clientOrderId);
      if (isFinal(state.status)) this.unsent.delete(clientOrderId);
      return { state, isSent };
    });
    const finished = {
      events: this.#events,
      orders,
      fills: this.#fills,
      trades: this.#trades,
      equity: this.#equity,
      bars: this.#bars,
    };
    this.#events = [];
    this.#fills = [];
    this.#trades = [];
    this.#equity = [];
    this.#bars = [];
    this.#answered = new Map();
    return finished;
  }
}
