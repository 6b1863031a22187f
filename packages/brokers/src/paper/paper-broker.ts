import type { AccountSnapshot } from '@candor/domain/account';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { Fill } from '@candor/domain/fill';
import type { Instrument } from '@candor/domain/instrument';
import type { Json } from '@candor/domain/json';
import type { OrderState } from '@candor/domain/order-state';
import type { Broker, BrokerCursor, BrokerEvent, FillReview, Submission } from '@candor/domain/ports/broker';
import type { Position } from '@candor/domain/position';
import type { Denial } from '@candor/domain/refusal';
import { PaperBrokerState } from './paper-broker-state.ts';
import { type ExchangeListener, PaperExchange, type PaperExchangeOptions } from './paper-exchange.ts';

type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'cursor'> : never;

/** The embedded paper broker: the simulator behind the broker port, with a log of events that a reader resumes from any cursor. */
export class PaperBroker implements Broker, ExchangeListener {
  readonly id = 'paper';
  readonly #exchange: PaperExchange;
  readonly #log: BrokerEvent[] = [];
  /** Cursor of the latest event that is not in the log any more. */
  #forgotten: BrokerCursor = 0;
  readonly #readers = new Set<() => void>();
  #listener: ((event: BrokerEvent) => void) | undefined;
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
    return this.#cursor;
  }

  tell(listener: (event: BrokerEvent) => void): void {
    this.#listener = listener;
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

  /** Throws `brokers.events-forgotten` (halt) when the reader wants events that are not kept any more. */
  async *events(after: BrokerCursor, signal: AbortSignal): AsyncIterable<BrokerEvent> {
    let cursor = after;
    while (!signal.aborted) {
      if (cursor < this.#forgotten) {
        throw new CandorError('brokers.events-forgotten', {
          kind: 'halt',
          message: `Events of the paper broker are kept from number ${this.#forgotten + 1} on; number ${cursor + 1} was asked for.`,
        });
      }
      const event = this.#log[cursor - this.#forgotten];
      if (event !== undefined) {
        cursor = event.cursor;
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

  forgetEvents(upTo: BrokerCursor): void {
    const count = Math.min(upTo, this.#cursor) - this.#forgotten;
    if (!(count > 0)) return;
    this.#log.splice(0, count);
    this.#forgotten += count;
  }

  snapshot(): Json {
    return {
      exchange: this.#exchange.snapshot(),
      closedAt: [...this.#closedAt].map(([symbol, at]) => ({ symbol, at })),
      forgotten: this.#forgotten,
      log: this.#log.map((event) => (event.type === 'fill' ? { ...event, fill: { ...event.fill } } : { ...event })),
    };
  }

  restore(state: Json): void {
    const parsed = PaperBrokerState.safeParse(state);
    if (!parsed.success) {
      throw new CandorError('brokers.bad-snapshot', {
        kind: 'halt',
        message: 'The saved state of the paper broker cannot be read, so trading must not go on with it.',
        cause: parsed.error,
      });
    }
    const { exchange, closedAt, forgotten, log } = parsed.data;
    this.#exchange.restore(exchange);
    this.#closedAt.clear();
    for (const { symbol, at } of closedAt) this.#closedAt.set(symbol, at);
    this.#forgotten = forgotten;
    this.#log.splice(0, this.#log.length, ...log);
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

  /** That of the latest event. */
  get #cursor(): BrokerCursor {
    return this.#forgotten + this.#log.length;
  }

  #append(event: Unnumbered<BrokerEvent>): void {
    const numbered = { ...event, cursor: this.#cursor + 1 };
    this.#log.push(numbered);
    this.#listener?.(numbered);
    for (const wake of [...this.#readers]) wake();
  }
}
