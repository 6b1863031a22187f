import { type Bar, BarCursor, type BarView } from '@candor/domain/bar';
import type { RecordedEvent } from '@candor/domain/events';
import { GrowingBarSeries } from '@candor/domain/growing-bar-series';
import { MICROS_PER_USD } from '@candor/domain/money';
import type { Broker, BrokerEvent } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import type { Timeframe } from '@candor/domain/timeframe';
import type { SessionConfig } from './session-config.ts';
import { type SessionAction, TradingSession } from './trading-session.ts';

/** A closed bar as a feed hands it out. */
export interface FeedBar {
  readonly symbol: string;
  readonly bar: Bar;
}

export interface LiveConfig {
  readonly session: SessionConfig;
  readonly timeframe: Timeframe;
  /** The closed bars of one instant at a time; its end is the end of the run. */
  readonly feed: AsyncIterable<readonly FeedBar[]>;
  readonly broker: Broker;
  readonly clock: Clock;
  readonly onEvent: (event: RecordedEvent) => void;
  readonly onEquity: (at: number, equityUsd: number) => void;
  readonly signal: AbortSignal;
}

/** Drives a session over a live feed and a broker until the feed ends or the signal aborts; returns the session as it then stands. */
export async function runLive(config: LiveConfig): Promise<TradingSession> {
  const { broker, clock, feed, onEquity, onEvent, signal } = config;
  const { instruments } = config.session;
  const growing = instruments.map((instrument) => new GrowingBarSeries(instrument, config.timeframe));
  const cursors = growing.map(({ series }) => new BarCursor(series));
  const indexOf = new Map(instruments.map(({ symbol }, k) => [symbol, k]));
  const session = new TradingSession(config.session, cursors);
  broker.reviewFills?.((order, quantity, price) => session.reviewFill(order, quantity, price));

  let seq = 0;
  const flush = (): void => {
    for (const event of session.events) onEvent({ ...event, seq: ++seq, recordedAt: clock.now() });
    session.events.length = 0;
  };
  const listening = new BrokerListener(broker, session, flush);
  try {
    for await (const bars of feed) {
      const views: BarView[] = [];
      for (const { symbol, bar } of bars) {
        const k = indexOf.get(symbol);
        if (k === undefined) continue;
        growing[k]!.append(bar);
        BarCursor.rebind(cursors[k]!, growing[k]!.series);
        BarCursor.move(cursors[k]!, growing[k]!.length - 1);
        views.push(cursors[k]!);
      }
      if (broker.observe !== undefined) await listening.until(broker.observe(views));
      session.decide();
      await listening.carryOut();
      flush();
      const last = bars.at(-1);
      if (last !== undefined) onEquity(last.bar.time, session.portfolio.equityMicros / MICROS_PER_USD);
      if (signal.aborted) break;
    }
    // What the last orders caused is heard too, before listening ends.
    if (broker.observe !== undefined) await listening.until(broker.observe([]));
  } finally {
    await listening.stop();
    flush();
  }
  return session;
}

/** Hands the broker's events to the session as they come, and the session's actions to the broker. */
class BrokerListener {
  readonly #broker: Broker;
  readonly #session: TradingSession;
  readonly #flush: () => void;
  readonly #stopping = new AbortController();
  readonly #listening: Promise<void>;
  #cursor = 0;
  #waiting: { readonly cursor: number; readonly resolve: () => void } | undefined;
  #failure: { readonly error: unknown } | undefined;
  #carrying: Promise<void> | undefined;

  constructor(broker: Broker, session: TradingSession, flush: () => void) {
    this.#broker = broker;
    this.#session = session;
    this.#flush = flush;
    this.#listening = this.#listen();
  }

  /** Resolves once every event up to the cursor has reached the session. Rejects when listening failed. */
  async until(cursor: number): Promise<void> {
    if (this.#cursor < cursor && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#waiting = { cursor, resolve };
      });
    }
    this.#throwFailure();
  }

  /** Does at the broker what the session wants, in order, including what comes up while doing it. */
  carryOut(): Promise<void> {
    if (this.#carrying === undefined && this.#session.actions.length > 0) this.#carrying = this.#carryOutAll();
    return this.#carrying ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#listening;
    this.#throwFailure();
  }

  async #listen(): Promise<void> {
    try {
      for await (const event of this.#broker.events(0, this.#stopping.signal)) {
        this.#apply(event);
        this.#cursor = event.cursor;
        if (this.#waiting === undefined) {
          await this.carryOut();
          this.#flush();
        } else if (this.#cursor >= this.#waiting.cursor) this.#release();
      }
    } catch (error) {
      this.#failure = { error };
      this.#release();
    }
  }

  #release(): void {
    this.#waiting?.resolve();
    this.#waiting = undefined;
  }

  #apply(event: BrokerEvent): void {
    if (event.type === 'fill') this.#session.onFill(event.fill, event.complete);
    else this.#session.onOrderEnded(event.clientOrderId, event.type, event.reason, event.at);
  }

  async #carryOutAll(): Promise<void> {
    const { actions } = this.#session;
    try {
      for (let action = actions.shift(); action !== undefined; action = actions.shift())
        await this.#carryOutOne(action);
    } finally {
      // At once, and not when the promise is settled: an action that comes in between would wait for the next bar.
      this.#carrying = undefined;
    }
  }

  async #carryOutOne(action: SessionAction): Promise<void> {
    if (action.type === 'cancel') {
      await this.#broker.cancel(action.clientOrderId, action.reason);
      return;
    }
    const { order } = action;
    const answer = await (action.type === 'submit'
      ? this.#broker.submit(order)
      : this.#broker.replace(action.clientOrderId, order));
    if (answer.outcome === 'rejected') {
      this.#session.onOrderEnded(order.clientOrderId, 'rejected', answer.reason, order.decidedAt);
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
