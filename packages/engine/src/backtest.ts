import { PaperExchange, type PaperExchangeOptions } from '@candor/brokers/paper/paper-exchange';
import type { AccountSnapshot } from '@candor/domain/account';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import { MICROS_PER_USD, toMicros } from '@candor/domain/money';
import type { OrderState } from '@candor/domain/order-state';
import type { Trade } from '@candor/domain/trade';
import type { SessionConfig } from './session-config.ts';
import { TradingSession } from './trading-session.ts';

export interface BacktestConfig {
  readonly session: SessionConfig;
  /** One series an instrument, in the order of the session's instruments, all of one timeframe. */
  readonly series: readonly BarSeries[];
  readonly exchange: Omit<PaperExchangeOptions, 'accountType' | 'startCashMicros'>;
  /** Called every 65,536 instants and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Everything a run produced: one row per instant in the columns, and every event in order. */
export interface BacktestResult {
  /** Opening instants of the bars, UTC milliseconds. */
  readonly time: Float64Array;
  /** Day number of the exchange session of each instant. */
  readonly session: Int32Array;
  /** Equity at each close, USD. */
  readonly equityUsd: Float64Array;
  /** Sum of |holding| at each close, USD; 0 where nothing is held. */
  readonly grossExposureUsd: Float64Array;
  readonly events: readonly SessionEvent[];
  readonly orders: readonly OrderState[];
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
  onProgress,
}: BacktestConfig): BacktestResult {
  checkSeries(config, series);
  const cursors = series.map((each) => new BarCursor(each));
  const session = new TradingSession(config, cursors);
  const startCashMicros = toMicros(config.startCashUsd);
  const exchange = new PaperExchange({ ...options, accountType: config.accountType, startCashMicros }, session);
  const books = series.map(({ instrument }) => exchange.list(instrument));
  const inSymbolOrder = symbolOrder(series);

  const { time, sessionDay } = mergeClock(series);
  const total = time.length;
  const equityUsd = new Float64Array(total);
  const grossExposureUsd = new Float64Array(total);
  const next = new Int32Array(series.length);
  const { actions, portfolio } = session;
  for (let instant = 0; instant < total; instant++) {
    const now = time[instant]!;
    for (let i = 0; i < inSymbolOrder.length; i++) {
      const k = inSymbolOrder[i]!;
      const index = next[k]!;
      if (series[k]!.time[index] !== now) continue;
      BarCursor.move(cursors[k]!, index);
      exchange.match(books[k]!, cursors[k]!);
    }
    for (let k = 0; k < cursors.length; k++) {
      const index = next[k]!;
      if (series[k]!.time[index] !== now) continue;
      next[k] = index + 1;
      exchange.mark(books[k]!, cursors[k]!);
      session.mark(k);
    }
    equityUsd[instant] = session.decide() / MICROS_PER_USD;
    grossExposureUsd[instant] = portfolio.grossMicros() / MICROS_PER_USD;
    if (actions.length > 0) carryOut(session, exchange);
    if (onProgress !== undefined && (instant + 1) % PROGRESS_EVERY === 0) onProgress(instant + 1, total);
  }
  onProgress?.(total, total);
  return {
    time,
    session: sessionDay,
    equityUsd,
    grossExposureUsd,
    events: session.events,
    orders: exchange.orders(),
    trades: session.trades(),
    account: portfolio.account(),
    ambiguousBars: exchange.ambiguousBars,
  };
}

/** Positions of the series by symbol: the order in which one instant is matched (specification 8.1). */
export function symbolOrder(series: readonly { readonly instrument: { readonly symbol: string } }[]): Int32Array {
  const positions = series.map((_, k) => k);
  return Int32Array.from(
    positions.sort((a, b) => (series[a]!.instrument.symbol < series[b]!.instrument.symbol ? -1 : 1)),
  );
}

function carryOut(session: TradingSession, exchange: PaperExchange): void {
  const { actions } = session;
  for (let i = 0; i < actions.length; i++) {
    const action = actions[i]!;
    if (action.type === 'submit') exchange.submit(action.order);
    else if (action.type === 'cancel') exchange.cancel(action.clientOrderId, action.reason, action.at);
    else exchange.replace(action.clientOrderId, action.order, action.at);
  }
  actions.length = 0;
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
    for (let i = 1; i < length; i++) {
      if (!(time[i]! > time[i - 1]!)) {
        fail('engine.unordered-bars', `Bar ${i} of ${instrument.symbol} is not after bar ${i - 1}.`);
      }
    }
  }
}
