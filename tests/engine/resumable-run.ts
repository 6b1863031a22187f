import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import type { AccountSnapshot } from '@candor/domain/account';
import { BarCursor } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import { toMicros } from '@candor/domain/money';
import type { OrderState } from '@candor/domain/order-state';
import type { SleevePosition } from '@candor/domain/ports/repositories';
import type { Trade } from '@candor/domain/trade';
import type { BacktestConfig } from '@candor/engine/backtest';
import { OrderTracker } from '@candor/engine/order-tracker';
import { TradingSession } from '@candor/engine/trading-session';

/** What a person does at an instant, once its bars were decided on. */
export type Deed = (session: TradingSession, at: number) => unknown;

/** All that a run did and came to, instant by instant. */
export interface Remembered {
  readonly events: readonly SessionEvent[];
  readonly orders: readonly OrderState[];
  readonly trades: readonly Trade[];
  /** Of the portfolio, at every look. */
  readonly marks: readonly (readonly (number | boolean)[])[];
  readonly positions: readonly (readonly SleevePosition[])[];
  readonly answers: readonly unknown[];
  /** Snapshots of session and tracker as text, at every look. */
  readonly states: readonly string[];
  readonly account: AccountSnapshot;
  readonly brokerAccount: AccountSnapshot;
}

/**
 * Runs a session and its broker over their bars. With `resumes`, both are thrown away and made anew from what they had written down whenever
 * nothing is going on: when the fills of an instant are heard, when it is decided, after every deed, and when its actions are done.
 */
export async function resumableRun(
  makeConfig: () => BacktestConfig,
  deeds: Readonly<Record<number, readonly Deed[]>>,
  resumes: boolean,
): Promise<Remembered> {
  const { series } = makeConfig();
  const instants = [...new Set(series.flatMap(({ time }) => [...time]))].sort((a, b) => a - b);
  const indexes = series.map(() => -1);
  const events: SessionEvent[] = [];
  const orders: OrderState[] = [];
  const trades: Trade[] = [];
  const marks: (number | boolean)[][] = [];
  const positions: SleevePosition[][] = [];
  const answers: unknown[] = [];
  const states: string[] = [];
  let part = begin(makeConfig(), indexes);

  const take = (): void => {
    for (const event of part.session.events) {
      events.push(event);
      part.tracker.take(event);
    }
    part.session.events.length = 0;
    trades.push(...part.session.takeClosedTrades());
    orders.push(...part.tracker.changed());
  };
  const hear = async (cursor: number): Promise<void> => {
    const { broker, session } = part;
    const stopping = new AbortController();
    if (cursor > part.cursor) {
      for await (const event of broker.events(part.cursor, stopping.signal)) {
        if (event.type === 'fill') session.onFill(event.fill, event.complete);
        else session.onOrderEnded(event.clientOrderId, event.type, event.reason, event.at);
        part.cursor = event.cursor;
        if (event.cursor === cursor) stopping.abort();
      }
    }
    if (resumes) broker.forgetEvents(cursor);
  };
  const remember = (): void => {
    take();
    const { session, broker, tracker, cursor } = part;
    const text = JSON.stringify([session.snapshot(), tracker.snapshot(), cursor]);
    const brokerText = JSON.stringify(broker.snapshot());
    states.push(text);
    if (resumes) resume(text, brokerText);
    const { portfolio } = part.session;
    marks.push([
      portfolio.equityMicros,
      portfolio.isInvested,
      portfolio.dayStartEquityMicros,
      portfolio.peakEquityMicros,
      part.session.legs.reduce((sum, leg) => sum + leg.context.position.barsHeld, 0),
    ]);
  };
  const resume = (text: string, brokerText: string): void => {
    part = begin(makeConfig(), indexes);
    const [sessionState, trackerState, savedCursor] = JSON.parse(text);
    part.session.restore(sessionState);
    part.tracker.restore(trackerState);
    part.broker.restore(JSON.parse(brokerText));
    part.cursor = savedCursor;
    if (JSON.stringify([part.session.snapshot(), part.tracker.snapshot(), savedCursor]) !== text) {
      throw new Error('What was restored is not what was written down.');
    }
  };

  for (const [i, instant] of instants.entries()) {
    const moved = series.flatMap(({ time }, k) => {
      if (time[indexes[k]! + 1] !== instant) return [];
      indexes[k]!++;
      BarCursor.move(part.cursors[k]!, indexes[k]!);
      return [part.cursors[k]!];
    });
    await hear(part.broker.observe(moved));
    remember();
    part.session.decide();
    remember();
    const at = Math.max(...part.session.portfolio.slots.map(({ pricedAt = 0 }) => pricedAt));
    for (const deed of deeds[i] ?? []) {
      answers.push(answerOf(() => deed(part.session, at)));
      remember();
    }
    const { session, broker } = part;
    for (let action = session.actions.shift(); action !== undefined; action = session.actions.shift()) {
      if (action.type === 'cancel') await broker.cancel(action.clientOrderId, action.reason);
      else {
        const { order } = action;
        const answer = await (action.type === 'submit'
          ? broker.submit(order)
          : broker.replace(action.clientOrderId, order));
        if (answer.outcome === 'rejected') {
          session.onOrderEnded(order.clientOrderId, 'rejected', answer.reason, order.decidedAt);
        }
      }
      await hear(broker.observe([]));
    }
    positions.push(session.sleevePositions());
    remember();
  }
  const account = part.session.portfolio.account();
  const brokerAccount = await part.broker.account();
  return { events, orders, trades, marks, positions, answers, states, account, brokerAccount };
}

function begin({ session: config, series, exchange }: BacktestConfig, indexes: readonly number[]) {
  const cursors = series.map((each) => new BarCursor(each));
  for (const [k, cursor] of cursors.entries()) BarCursor.move(cursor, indexes[k]!);
  const session = new TradingSession(config, cursors);
  const { accountType, startCashUsd, instruments } = config;
  const broker = new PaperBroker({ ...exchange, accountType, startCashMicros: toMicros(startCashUsd) }, instruments);
  broker.reviewFills((order, quantity, price) => session.reviewFill(order, quantity, price));
  return { session, broker, cursors, tracker: new OrderTracker(), cursor: 0 };
}

/** What came of a deed: an answer, or the code of what was thrown. */
function answerOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}
