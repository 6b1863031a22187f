import type { AccountSnapshot } from '@candor/domain/account';
import type { Bar } from '@candor/domain/bar';
import type { RecordedEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import type { Halt } from '@candor/domain/halt';
import type { Json } from '@candor/domain/json';
import type { OrderState } from '@candor/domain/order-state';
import type { EquityPoint, SessionState, SleevePosition, TurnAnswer } from '@candor/domain/ports/repositories';
import type { Trade } from '@candor/domain/trade';

/** An order as a turn leaves it. `isSent` is false while the broker has not answered. */
export interface TurnOrder {
  readonly state: OrderState;
  readonly isSent: boolean;
}

/**
 * Everything that one or more steps of a session did, written as one transaction before any of it has an effect outside: an order is sent
 * only after the turn that approved it is written. What is not written is done again after a crash, from the snapshot before.
 */
export interface Turn {
  readonly sessionId: string;
  readonly accountId: string;
  /** The owner's; a turn of an older owner is refused. */
  readonly epoch: number;
  /** Counts the session's turns from 1 without a gap. */
  readonly number: number;
  readonly events: readonly RecordedEvent[];
  /** Orders whose state changed, each once. */
  readonly orders: readonly TurnOrder[];
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  readonly equity: readonly EquityPoint[];
  /** All of them, as they stand. */
  readonly positions: readonly SleevePosition[];
  readonly account: AccountSnapshot;
  readonly halts: readonly Halt[];
  /** For those who watch; the bars are stored already. */
  readonly bars: readonly { readonly symbol: string; readonly bar: Bar }[];
  /** Instants of the feed handed out. */
  readonly position: number;
  readonly state: SessionState;
  readonly reason: string | undefined;
  readonly snapshot: Json;
}

/** Where turns are written. Resolves when the turn is safe, and throws a `retry` when it is not known to be: the same turn is then given again. */
export interface TurnStore {
  commit(turn: Turn): Promise<TurnAnswer>;
}
