import type { RecordedEvent } from '@candor/domain/events';
import type { JournalEntry } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireFillTerms, wireFillTerms } from './wire-fill.ts';
import { WireHalt, wireHalt } from './wire-halt.ts';
import { WireOrderTerms, wireOrderTerms } from './wire-order.ts';
import { WireSignal, WireVoteSheet, wireSignal, wireVoteSheet } from './wire-signal.ts';
import { WireInstant, WireJson, wireNumber, wireNumbers } from './wire-values.ts';

const OfALeg = { sleeveId: z.string(), symbol: z.string() };
const Numbers = z.record(z.string(), z.number().nullable());

/** What happened, in the fields that its type has. */
const WireHappening = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('decision'),
    ...OfALeg,
    signal: WireSignal,
    voteSheet: WireVoteSheet.nullable(),
  }),
  z.object({
    type: z.literal('annotation'),
    ...OfALeg,
    kind: z.string(),
    /** Index of the bar it refers to, and of the bar that made it known. */
    bar: z.int(),
    confirmedBar: z.int(),
    price: z.number().nullable(),
    label: z.string().nullable(),
    data: WireJson,
  }),
  /** A signal that led to no order, and why. */
  z.object({ type: z.literal('no-order'), ...OfALeg, code: z.string(), reason: z.string() }),
  z.object({ type: z.literal('order-approved'), ...OfALeg, order: WireOrderTerms }),
  z.object({
    type: z.literal('order-refused'),
    ...OfALeg,
    order: WireOrderTerms,
    denials: z.array(z.object({ code: z.string(), message: z.string(), numbers: Numbers })),
  }),
  z.object({ type: z.literal('order-filled'), ...OfALeg, fill: WireFillTerms, complete: z.boolean() }),
  z.object({
    type: z.enum(['order-cancelled', 'order-expired', 'order-rejected']),
    ...OfALeg,
    clientOrderId: z.string(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('halted'), halt: WireHalt }),
  z.object({ type: z.literal('resumed'), halt: WireHalt, by: z.string(), reason: z.string() }),
  z.object({ type: z.literal('limit-breached'), code: z.string(), numbers: Numbers }),
]);

type WireHappening = z.infer<typeof WireHappening>;

/** One event of a session. */
export const WireEvent = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  /** Counts the events of the session. */
  seq: z.int(),
  /** Market time. */
  at: WireInstant,
  recordedAt: WireInstant,
  happening: WireHappening,
});

export type WireEvent = z.infer<typeof WireEvent>;

/** Returns an event; session and number name it. */
export function wireEvent(entry: Pick<JournalEntry, 'accountId' | 'sessionId' | 'event'>): WireEvent {
  const { event } = entry;
  return {
    accountId: entry.accountId,
    sessionId: entry.sessionId,
    seq: event.seq,
    at: isoFromInstant(event.at),
    recordedAt: isoFromInstant(event.recordedAt),
    happening: wireHappening(event),
  };
}

function wireHappening(event: RecordedEvent): WireHappening {
  switch (event.type) {
    case 'halted':
      return { type: event.type, halt: wireHalt(event.halt) };
    case 'resumed':
      return { type: event.type, halt: wireHalt(event.halt), by: event.by, reason: event.reason };
    case 'limit-breached':
      return { type: event.type, code: event.code, numbers: wireNumbers(event.numbers) };
    default:
      return happeningOfALeg(event);
  }
}

function happeningOfALeg(event: Extract<RecordedEvent, { sleeveId: string }>): WireHappening {
  const leg = { sleeveId: event.sleeveId, symbol: event.symbol };
  switch (event.type) {
    case 'decision': {
      const voteSheet = event.voteSheet === undefined ? null : wireVoteSheet(event.voteSheet);
      return { type: event.type, ...leg, signal: wireSignal(event.signal), voteSheet };
    }
    case 'annotation': {
      const { at, confirmedAt, data, kind, label, price } = event.annotation;
      return {
        type: event.type,
        ...leg,
        kind,
        bar: at,
        confirmedBar: confirmedAt,
        price: wireNumber(price),
        label: label ?? null,
        data: data ?? null,
      };
    }
    case 'no-order':
      return { type: event.type, ...leg, code: event.code, reason: event.reason };
    case 'order-approved':
      return { type: event.type, ...leg, order: wireOrderTerms(event.order) };
    case 'order-refused':
      return {
        type: event.type,
        ...leg,
        order: wireOrderTerms(event.refusal.order),
        denials: event.refusal.denials.map(({ code, message, numbers }) => ({
          code,
          message,
          numbers: wireNumbers(numbers),
        })),
      };
    case 'order-filled':
      return { type: event.type, ...leg, fill: wireFillTerms(event.fill), complete: event.complete };
    default:
      return { type: event.type, ...leg, clientOrderId: event.clientOrderId, reason: event.reason };
  }
}
