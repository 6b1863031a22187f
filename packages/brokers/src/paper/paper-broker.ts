import type { AccountSnapshot } from '@candor/domain/account';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import type { Fill } from '@candor/domain/fill';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderState } from '@candor/domain/order-state';
import type { Broker, BrokerCursor, BrokerEvent, FillReview, Submission } from '@candor/domain/ports/broker';
import type { Position } from '@candor/domain/position';
import type { Denial } from '@candor/domain/refusal';
import { type ExchangeListener, PaperExchange, type PaperExchangeOptions } from './paper-exchange.ts';

type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'cursor'> : never;

/** The embedded paper broker: the simulator behind the broker port, with a log of events that a reader resumes from any cursor. */
export class PaperBroker implements Broker, ExchangeListener {
  readonly id = 'paper';
  readonly #exchange: PaperExchange;
  readonly #log: BrokerEvent[] = [];
  readonly #readers = new Set<() => void>();
  #reviewFill: FillReview | undefined;
  #submitting: string | undefined;
  readonly #closedAt = new Map<string, number>();

  constructor(options: Omit<PaperExchangeOptions, 'remembersEnded'>, instruments: readonly Instrument[]) {
    this.#exchange = new PaperExchange({ ...options, remembersEnded: true }, this);
    for (const instrument of instruments) this.#exchange.list(instrument);
  }

  observe(bars: readonly BarView[]): BrokerCursor {
    const inSymbolOrder = bars.toSorted((a, b) => (a.instrument.symbol < b.instrument.symbol ? -1 : 1));
    for (const bar of inSymbolOrder) this.#exchange.match(this.#exchange.list(bar.instrument), bar);
    for (const bar of bars) {
      this.#exchange.mark(this.#exchange.list(bar.instrument), bar.close);
      this.#closedAt.set(bar.instrument.symbol, closeAtOf(bar));
    }
    return this.#log.length;
  }

  reviewFills(review: FillReview): void {
    this.#reviewFill = review;
  }

  async submit(order: ApprovedOrder): Promise<Submission> {
    const { clientOrderId } = order;
    this.#submitting = clientOrderId;
    try {
      this.#exchange.submit(order);
    } finally {
      this.#submitting = undefined;
    }
    const state = this.#exchange.order(clientOrderId);
    return state?.status === 'rejected'
      ? { outcome: 'rejected', clientOrderId, reason: state.reason ?? 'rejected' }
      : { outcome: 'accepted', clientOrderId };
  }

  async cancel(clientOrderId: string, reason: string): Promise<void> {
    this.#exchange.cancel(clientOrderId, reason, this.#marketTimeOf(clientOrderId));
  }

  async replace(clientOrderId: string, replacement: ApprovedOrder): Promise<Submission> {
    this.#exchange.replace(clientOrderId, replacement, this.#marketTimeOf(clientOrderId));
    return { outcome: 'accepted', clientOrderId: replacement.clientOrderId };
  }

  async orders(): Promise<readonly OrderState[]> {
    return this.#exchange.orders();
  }

  async positions(): Promise<readonly Position[]> {
    return this.#exchange.ledger.account().positions;
  }

  async account(): Promise<AccountSnapshot> {
    return this.#exchange.ledger.account();
  }

  async *events(after: BrokerCursor, signal: AbortSignal): AsyncIterable<BrokerEvent> {
    let cursor = after;
    while (!signal.aborted) {
      const event = this.#log[cursor];
      if (event !== undefined) {
        cursor++;
        yield event;
        continue;
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#readers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        this.#readers.add(wake);
        signal.addEventListener('abort', wake);
      });
    }
  }

  onFill(fill: Fill, complete: boolean): void {
    this.#append({ type: 'fill', fill, complete });
  }

  onOrderEnded(clientOrderId: string, status: 'cancelled' | 'expired' | 'rejected', reason: string, at: number): void {
    if (status === 'rejected' && clientOrderId === this.#submitting) return;
    this.#append({ type: status, clientOrderId, reason, at });
  }

  reviewFill(order: ApprovedOrder, quantity: number, price: number): Denial | undefined {
    return this.#reviewFill?.(order, quantity, price);
  }

  /** The latest close of the order's instrument: the paper market knows no other time. */
  #marketTimeOf(clientOrderId: string): number {
    const order = this.#exchange.order(clientOrderId)?.order;
    return (order && this.#closedAt.get(order.symbol)) ?? order?.decidedAt ?? 0;
  }

  #append(event: Unnumbered<BrokerEvent>): void {
    this.#log.push({ ...event, cursor: this.#log.length + 1 });
    for (const wake of [...this.#readers]) wake();
  }
}
