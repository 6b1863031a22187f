import type { AccountSnapshot } from '../account.ts';
import type { ApprovedOrder } from '../approved-order.ts';
import type { BarView } from '../bar.ts';
import type { Fill } from '../fill.ts';
import type { Json } from '../json.ts';
import type { OrderState } from '../order-state.ts';
import type { Position } from '../position.ts';
import type { Denial } from '../refusal.ts';

/** Position in a broker's event stream; a later one is greater. */
export type BrokerCursor = number;

/** A rejection is answered here and not repeated as an event. `unknown` is a third answer: the request may or may not have arrived. It is settled by asking for the order, never by guessing. */
export type Submission =
  | { readonly outcome: 'accepted'; readonly clientOrderId: string }
  | { readonly outcome: 'rejected'; readonly clientOrderId: string; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly clientOrderId: string; readonly reason: string };

export type BrokerEvent = { readonly cursor: BrokerCursor } & (
  | { readonly type: 'fill'; readonly fill: Fill; readonly complete: boolean }
  | {
      readonly type: 'cancelled' | 'expired' | 'rejected';
      readonly clientOrderId: string;
      readonly reason: string;
      readonly at: number;
    }
);

/** Says no to a quantity found at the fill, or nothing. */
export type FillReview = (order: ApprovedOrder, quantity: number, price: number) => Denial | undefined;

/** Where orders go. Takes nothing but approved ones; sending the same client order id twice is sending it once. */
export interface Broker {
  readonly id: string;
  submit(order: ApprovedOrder): Promise<Submission>;
  /** Asks for an order's end. It is over only when the event says so. */
  cancel(clientOrderId: string, reason: string): Promise<void>;
  /** Puts an approved order in the place of a working one. */
  replace(clientOrderId: string, replacement: ApprovedOrder): Promise<Submission>;
  orders(): Promise<readonly OrderState[]>;
  positions(): Promise<readonly Position[]>;
  account(): Promise<AccountSnapshot>;
  /** Yields events after the cursor, then live ones, until the signal aborts. */
  events(after: BrokerCursor, signal: AbortSignal): AsyncIterable<BrokerEvent>;
  /** A simulated venue must see the tape: the bars of one instant. Returns the cursor of the last event they caused. A real venue has no such method. */
  observe?(bars: readonly BarView[]): BrokerCursor;
  /** A simulated venue tells each event at once as well, in the middle of an instant, so that a review knows of the fills before it. */
  tell?(listener: (event: BrokerEvent) => void): void;
  /** A simulated venue can ask risk again about a quantity that only the fill price decides. */
  reviewFills?(review: FillReview): void;
  /**
   * A simulated venue is remembered with the session that trades on it: returns its state between two instants, events not yet forgotten
   * included. Orders that are over are left out: it is taken before the orders of a step are sent, so none of those is sent again.
   */
  snapshot?(): Json;
  /** Takes back what `snapshot` returned, on a fresh venue of the same options; cursors go on where they were. Throws a `halt` for anything else and then changes nothing. */
  restore?(state: Json): void;
  /** Lets go of the events up to a cursor, once nobody will ask for them again. */
  forgetEvents?(upTo: BrokerCursor): void;
}
