import type { Annotation } from './annotation.ts';
import type { ApprovedOrder } from './approved-order.ts';
import type { Fill } from './fill.ts';
import type { Halt } from './halt.ts';
import type { Refusal } from './refusal.ts';
import type { Signal } from './signal.ts';
import type { VoteSheet } from './vote-sheet.ts';

interface InMarketTime {
  /** Market time, UTC milliseconds. */
  readonly at: number;
}

interface OfALeg extends InMarketTime {
  readonly sleeveId: string;
  readonly symbol: string;
}

/** Everything a session does comes out as one of these. */
export type SessionEvent =
  | (OfALeg & { readonly type: 'decision'; readonly signal: Signal; readonly voteSheet: VoteSheet | undefined })
  | (OfALeg & { readonly type: 'annotation'; readonly annotation: Annotation })
  /** A signal that led to no order, and why: the answer to "why didn't it trade?". */
  | (OfALeg & { readonly type: 'no-order'; readonly code: string; readonly reason: string })
  | (OfALeg & { readonly type: 'order-approved'; readonly order: ApprovedOrder })
  | (OfALeg & { readonly type: 'order-refused'; readonly refusal: Refusal })
  | (OfALeg & { readonly type: 'order-filled'; readonly fill: Fill; readonly complete: boolean })
  | (OfALeg & {
      readonly type: 'order-cancelled' | 'order-expired' | 'order-rejected';
      readonly clientOrderId: string;
      readonly reason: string;
    })
  | (InMarketTime & { readonly type: 'halted'; readonly halt: Halt })
  | (InMarketTime & { readonly type: 'resumed'; readonly halt: Halt; readonly by: string; readonly reason: string })
  | (InMarketTime & {
      readonly type: 'limit-breached';
      readonly code: string;
      readonly numbers: Readonly<Record<string, number>>;
    });

/** An event as the driver writes it down: market time stays, the time of writing is added. */
export type RecordedEvent = SessionEvent & {
  readonly seq: number;
  /** When written, UTC milliseconds; added by the driver, never read by the session. */
  readonly recordedAt: number;
};
