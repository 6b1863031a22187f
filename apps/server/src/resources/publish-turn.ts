import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { FillRow, OrderRow } from '@candor/domain/ports/repositories';
import type { Turn } from '@candor/engine/turn';
import { type LiveMessage, type LiveTopic, liveTopic, publishLive } from './live-topics.ts';
import { wireAccount } from './wire/wire-account.ts';
import { wireBar } from './wire/wire-bar.ts';
import { wireDecision } from './wire/wire-decision.ts';
import { wireEquityPoint } from './wire/wire-equity-point.ts';
import { wireEvent } from './wire/wire-event.ts';
import { wireFill } from './wire/wire-fill.ts';
import { wireHalt } from './wire/wire-halt.ts';
import { wireOrder } from './wire/wire-order.ts';
import { wirePosition } from './wire/wire-position.ts';
import { wireQuote } from './wire/wire-quote.ts';

/** Tells those who watch what a written turn holds: one message for each thing, named by its own fields. */
export function publishTurn(
  bus: EventBus,
  turn: Turn,
  orders: readonly Omit<OrderRow, 'seq'>[],
  fills: readonly Omit<FillRow, 'seq'>[],
  recordedAt: number,
): void {
  const { accountId, sessionId } = turn;
  const last = turn.equity.at(-1)?.at ?? turn.events.at(-1)?.at ?? recordedAt;
  const tell = (topic: LiveTopic, type: LiveMessage['type'], at: number, data: Json): void =>
    publishLive(bus, {
      topic: liveTopic(topic, topic === 'sessions' ? '' : sessionId),
      type,
      at,
      recordedAt,
      turn: turn.number,
      data,
    });

  for (const { symbol, bar } of turn.bars) tell('bars', 'delta', bar.time, wireBar(bar, { symbol }));
  // Of several bars of one turn only the latest price is still one.
  const latest = new Map(turn.bars.map(({ symbol, bar }) => [symbol, bar]));
  for (const [symbol, bar] of latest) tell('quotes', 'delta', bar.time, wireQuote(bar, { symbol }));
  for (const event of turn.events) {
    const entry = { accountId, sessionId, event };
    tell('events', 'event', event.at, { ...wireEvent(entry) });
    const decision = wireDecision(entry);
    if (decision !== undefined) tell('decisions', 'event', event.at, { ...decision });
  }
  for (const order of orders) tell('orders', 'delta', last, wireOrder(order));
  for (const fill of fills) tell('fills', 'event', fill.fill.at, wireFill(fill));
  for (const position of turn.positions) tell('positions', 'delta', last, wirePosition(position));
  for (const point of turn.equity) tell('equity', 'delta', point.at, wireEquityPoint(point));
  tell('sessions', 'delta', last, {
    id: sessionId,
    accountId,
    state: turn.state,
    reason: turn.reason ?? null,
    turn: turn.number,
    position: turn.position,
    account: wireAccount(turn.account),
    halts: turn.halts.map(wireHalt),
  });
}
