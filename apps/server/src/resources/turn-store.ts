import { canonicalJson } from '@candor/domain/canonical-json';
import { isFinal } from '@candor/domain/order-state';
import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import {
  ACTIVE_STATES,
  type FillRow,
  type OrderRow,
  type Repositories,
  type TurnAnswer,
  type UnitOfWork,
} from '@candor/domain/ports/repositories';
import type { Turn, TurnStore } from '@candor/engine/turn';
import { publishTurn } from './publish-turn.ts';

export interface TurnStoreOptions {
  readonly unitOfWork: UnitOfWork;
  readonly bus: EventBus;
  readonly clock: Clock;
  /** Hears of every turn once it is written, for the metrics. */
  readonly onCommitted?: (turn: Turn, tookMs: number) => void;
}

/** Returns the store that writes each turn as one transaction over the repositories and then tells those who watch. */
export function createTurnStore({ unitOfWork, bus, clock, onCommitted }: TurnStoreOptions): TurnStore {
  /** Halts of each session's account as this store has written them last, so that only a change of them costs anything. */
  const haltsWritten = new Map<string, string>();
  return {
    commit: async (turn) => {
      const beganAt = clock.now();
      const halts = canonicalJson(turn.halts);
      const written = { orders: [] as OrderWritten[], fills: fillRows(turn) };
      const answer = await unitOfWork.run(async (repositories): Promise<TurnAnswer> => {
        const isActive = ACTIVE_STATES.includes(turn.state);
        const advanced = await repositories.sessions.advance(turn.sessionId, turn.epoch, turn.number, {
          snapshot: turn.snapshot,
          position: turn.position,
          account: turn.account,
          state: turn.state,
          reason: turn.reason,
          endedAt: isActive ? undefined : beganAt,
        });
        written.orders = await orderRows(repositories, turn, beganAt);
        // Another owner's session is not touched, and what is written is not written twice.
        if (advanced !== 'written') return advanced;
        await repositories.journal.append(turn.accountId, turn.sessionId, turn.events);
        if (written.orders.length > 0) await repositories.orders.save(written.orders);
        if (written.fills.length > 0) await repositories.fills.add(written.fills);
        if (turn.trades.length > 0) await repositories.trades.add(turn.sessionId, turn.trades);
        await repositories.positions.replace(turn.sessionId, turn.positions);
        if (turn.equity.length > 0) await repositories.equity.append(turn.sessionId, turn.equity);
        if (haltsWritten.get(turn.sessionId) !== halts) await saveHalts(repositories, turn);
        return advanced;
      });
      if (answer === 'stale') {
        haltsWritten.delete(turn.sessionId);
        return answer;
      }
      haltsWritten.set(turn.sessionId, halts);
      if (!ACTIVE_STATES.includes(turn.state)) haltsWritten.delete(turn.sessionId);
      // A turn that was written before was not told: the answer of its first try never came.
      publishTurn(bus, turn, written.orders, written.fills, beganAt);
      onCommitted?.(turn, clock.now() - beganAt);
      return answer;
    },
  };
}

type OrderWritten = Omit<OrderRow, 'seq'>;

/** Orders as they stand now; when they were first written and sent stays what it was. */
async function orderRows({ orders }: Repositories, turn: Turn, now: number): Promise<OrderWritten[]> {
  const rows: OrderWritten[] = [];
  for (const { state, isSent } of turn.orders) {
    const before = await orders.find(turn.accountId, state.order.clientOrderId);
    rows.push({
      accountId: turn.accountId,
      sessionId: turn.sessionId,
      state,
      recordedAt: before?.recordedAt ?? now,
      sentAt: before?.sentAt ?? (isSent ? now : undefined),
      endedAt: before?.endedAt ?? (isFinal(state.status) ? now : undefined),
    });
  }
  return rows;
}

function fillRows({ accountId, sessionId, events }: Turn): Omit<FillRow, 'seq'>[] {
  return events.flatMap((event) =>
    event.type === 'order-filled' ? [{ accountId, sessionId, fill: event.fill, recordedAt: event.recordedAt }] : [],
  );
}

/** The account keeps its halts, so that its next session begins under them. */
async function saveHalts({ accounts }: Repositories, { accountId, halts }: Turn): Promise<void> {
  const account = await accounts.find(accountId);
  if (account !== undefined && canonicalJson(account.halts) !== canonicalJson(halts)) {
    await accounts.save({ ...account, halts });
  }
}
