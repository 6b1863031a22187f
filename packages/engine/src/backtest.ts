import { type Book, PaperExchange, type PaperExchangeOptions } from '@candor/brokers/paper/paper-exchange';
import type { AccountSnapshot } from '@candor/domain/account';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import { MICROS_PER_USD, toMicros } from '@candor/domain/money';
import type { Trade } from '@candor/domain/trade';
import type { SessionConfig } from './session-config.ts';
import { TradingSession } from './trading-session.ts';

export interface BacktestConfig {
  readonly session: SessionConfig;
  /** One series an instrument, in the order of the session's instruments, all of one timeframe. */
  readonly series: readonly BarSeries[];
  readonly exchange: Omit<PaperExchangeOptions, 'accountType' | 'startCashMicros' | 'remembersEnded'>;
  /** Hears every event in order. They are not kept: a sweep of ten thousand runs needs none, a report collects them. */
  readonly onEvent?: (event: SessionEvent) => void;
  /** Called every 65,536 instants and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a run came to: one row per instant in the columns. What happened on the way went to `onEvent`. */
export interface BacktestResult {
  /** Opening instants of the bars, UTC milliseconds. */
  readonly time: Float64Array;
  /** Day number of the exchange session of each instant. */
  readonly session: Int32Array;
  /** Equity at each close, USD. */
  readonly equityUsd: Float64Array;
  /** Instants at whose close something was held. */
  readonly barsInvested: number;
  readonly trades: readonly Trade[];
  readonly account: AccountSnapshot;
  /** Bars in which stop and target were both in reach and the stop was taken. */
  readonly ambiguousBars: number;
}

const PROGRESS_EVERY = 65_536;

/** Drives a session over history: the venue fills what was working, the session marks and decides, its orders go to the venue for the next bar. */
export function runBacktest({
  session: config,
  series,
  exchange: options,
  onEvent,
  onProgress,
}: BacktestConfig): BacktestResult {
  checkSeries(config, series);
  const cursors = series.map((each) => new BarCursor(each));
  const session = new TradingSession(config, cursors);
  const startCashMicros = toMicros(config.startCashUsd);
  const exchange = new PaperExchange(
    { ...options, accountType: config.accountType, startCashMicros, remembersEnded: false },
    session,
  );
  const walks = symbolOrder(series).map(
    (k) => new SeriesWalk(series[k]!, cursors[k]!, exchange.list(series[k]!.instrument)),
  );
  const { time, sessionDay } = mergeClock(series);
  const equityUsd = new Float64Array(time.length);
  const walk = new Walk(session, exchange, walks, time, equityUsd, onEvent);
  // In pieces, because a function that is called again and again is compiled better than one long loop.
  for (let from = 0; from < time.length; from += PROGRESS_EVERY) {
    const to = Math.min(from + PROGRESS_EVERY, time.length);
    walk.run(from, to);
    onProgress?.(to, time.length);
  }
  return {
    time,
    session: sessionDay,
    equityUsd,
    barsInvested: walk.barsInvested,
    trades: session.trades(),
    account: session.portfolio.account(),
    ambiguousBars: exchange.ambiguousBars,
  };
}

/** The walk of architecture and specification 8.1, instant by instant. */
class Walk {
  barsInvested = 0;
  readonly #session: TradingSession;
  readonly #exchange: PaperExchange;
  readonly #walks: readonly SeriesWalk[];
  readonly #time: Float64Array;
  readonly #equityUsd: Float64Array;
  readonly #onEvent: ((event: SessionEvent) => void) | undefined;

  constructor(
    session: TradingSession,
    exchange: PaperExchange,
    walks: readonly SeriesWalk[],
    time: Float64Array,
    equityUsd: Float64Array,
    onEvent: ((event: SessionEvent) => void) | undefined,
  ) {
    this.#session = session;
    this.#exchange = exchange;
    this.#walks = walks;
    this.#time = time;
    this.#equityUsd = equityUsd;
    this.#onEvent = onEvent;
  }

  /** Steps 0 to 5 for the instants [from, to). */
  run(from: number, to: number): void {
    const session = this.#session;
    const exchange = this.#exchange;
    const walks = this.#walks;
    const time = this.#time;
    const equityUsd = this.#equityUsd;
    const { portfolio, events } = session;
    let { barsInvested } = this;
    for (let instant = from; instant < to; instant++) {
      const now = time[instant]!;
      for (let i = 0; i < walks.length; i++) {
        const walk = walks[i]!;
        // Most bars meet no order; asking here spares the call.
        if (walk.advance(now) && walk.book.orders.length > 0) exchange.match(walk.book, walk.cursor);
      }
      for (let i = 0; i < walks.length; i++) {
        const walk = walks[i]!;
        if (walk.isDue) exchange.mark(walk.book, walk.cursor.close);
      }
      session.decide();
      equityUsd[instant] = portfolio.equityMicros / MICROS_PER_USD;
      if (portfolio.isInvested) barsInvested++;
      if (events.length > 0) this.#settle();
    }
    this.barsInvested = barsInvested;
  }

  /** Carries out what the session decided, and hands on what happened. */
  #settle(): void {
    const { actions, events } = this.#session;
    for (let i = 0; i < actions.length; i++) {
      const action = actions[i]!;
      if (action.type === 'submit') this.#exchange.submit(action.order);
      else if (action.type === 'cancel') this.#exchange.cancel(action.clientOrderId, action.reason, action.at);
      else this.#exchange.replace(action.clientOrderId, action.order, action.at);
    }
    // Popping keeps the array's room for the next bar; setting its length would give it back.
    while (actions.length > 0) actions.pop();
    if (this.#onEvent !== undefined) for (const event of events) this.#onEvent(event);
    while (events.length > 0) events.pop();
  }
}

/** Positions of the series by symbol: the order in which one instant is matched (specification 8.1). */
function symbolOrder(series: readonly BarSeries[]): number[] {
  const positions = series.map((_, k) => k);
  return positions.sort((a, b) => (series[a]!.instrument.symbol < series[b]!.instrument.symbol ? -1 : 1));
}

/** One series on its way through the merged clock. */
class SeriesWalk {
  readonly cursor: BarCursor;
  readonly book: Book;
  /** Whether it has a bar at the present instant. */
  isDue = false;
  readonly #time: Float64Array;

  constructor(series: BarSeries, cursor: BarCursor, book: Book) {
    this.cursor = cursor;
    this.book = book;
    this.#time = series.time;
  }

  /** Moves to the bar that opens at the instant, where there is one. */
  advance(now: number): boolean {
    const next = this.cursor.index + 1;
    const isDue = next < this.#time.length && this.#time[next] === now;
    if (isDue) BarCursor.move(this.cursor, next);
    this.isDue = isDue;
    return isDue;
  }
}

/** The instants at which at least one instrument has a bar, oldest first. */
function mergeClock(series: readonly BarSeries[]): { time: Float64Array; sessionDay: Int32Array } {
  if (series.length === 1) return { time: series[0]!.time, sessionDay: series[0]!.session };
  const sessionOf = new Map<number, number>();
  for (const each of series) for (let i = 0; i < each.length; i++) sessionOf.set(each.time[i]!, each.session[i]!);
  const time = Float64Array.from(sessionOf.keys()).sort();
  return { time, sessionDay: Int32Array.from(time, (at) => sessionOf.get(at)!) };
}

function checkSeries({ instruments }: SessionConfig, series: readonly BarSeries[]): void {
  const fail = (code: string, message: string): never => {
    throw new CandorError(code, { kind: 'invalid', message });
  };
  if (series.length !== instruments.length) {
    fail(
      'engine.bad-config',
      `The session has ${instruments.length} instruments and ${series.length} series were given.`,
    );
  }
  for (let k = 0; k < series.length; k++) {
    const { instrument, length, timeframe, time } = series[k]!;
    if (instrument.symbol !== instruments[k]!.symbol) {
      fail('engine.bad-config', `Series ${k} is ${instrument.symbol}; the session expects ${instruments[k]!.symbol}.`);
    }
    if (length === 0) fail('engine.no-bars', `There are no bars of ${instrument.symbol}.`);
    if (timeframe !== series[0]!.timeframe) {
      fail(
        'engine.mixed-timeframes',
        `${instrument.symbol} has ${timeframe} bars and ${series[0]!.instrument.symbol} has ${series[0]!.timeframe}; one run takes one timeframe.`,
      );
    }
    const disordered = firstDisorder(time);
    if (disordered > 0) {
      fail('engine.unordered-bars', `Bar ${disordered} of ${instrument.symbol} is not after the one before it.`);
    }
  }
}

/** Index of the first instant that is not after the one before it, or -1. */
function firstDisorder(time: Float64Array): number {
  for (let i = 1; i < time.length; i++) if (!(time[i]! > time[i - 1]!)) return i;
  return -1;
}
