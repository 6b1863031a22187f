import { price, quantity } from '../format';
import type { Decision, SessionEvent } from '../live/topics';

export type FeedKind =
  | 'bought'
  | 'sold'
  | 'sent'
  | 'refused'
  | 'no-order'
  | 'opinion'
  | 'abstained'
  | 'ended'
  | 'halted'
  | 'resumed'
  | 'breached';

export interface FeedItem {
  readonly id: string;
  readonly kind: FeedKind;
  readonly at: string;
  /** Missing where it concerns the whole account. */
  readonly symbol: string | undefined;
  readonly sleeveId: string | undefined;
  /** What happened, in a few words without the symbol. */
  readonly title: string;
  /** Why, in a sentence. */
  readonly reason: string;
  readonly clientOrderId: string | undefined;
}

type Happening = SessionEvent['happening'];
type Signal = Pick<Decision, 'want' | 'reasons' | 'code'>;

/** What is looked through for the few that are shown. */
const LOOKED_AT = 400;

/**
 * Returns what was decided, newest first, as people would tell it: an opinion and what became of it at that bar are one item, and a fill
 * carries the reason of the decision that led to it. Both lists are oldest first.
 */
export function decisionFeed(
  events: readonly SessionEvent[],
  decisions: readonly Decision[],
  most: number,
): readonly FeedItem[] {
  const told = events.slice(-LOOKED_AT);
  const known = new Set(told.map(({ seq }) => seq));
  // Events reach back less far than decisions do.
  const all: readonly Entry[] = [
    ...told,
    ...decisions
      .slice(-LOOKED_AT)
      .filter(({ seq }) => !known.has(seq))
      .map(asEvent),
  ].sort((one, other) => one.seq - other.seq);
  const reasons = new Map<string, string>();
  const wishBefore = new Map<number, Signal['want']>();
  const wishes = new Map<string, Signal['want']>();
  const momentOfOrder = new Map<string, string>();
  const isTold = new Set<string>();
  for (const { seq, at, happening } of all) {
    if (happening.type === 'decision') {
      const [reason] = happening.signal.reasons;
      if (reason !== undefined) reasons.set(momentOf(at, happening), reason);
      const leg = momentOf('', happening);
      const before = wishes.get(leg);
      if (before !== undefined) wishBefore.set(seq, before);
      wishes.set(leg, happening.signal.want);
    } else if (happening.type === 'order-approved') {
      momentOfOrder.set(happening.order.clientOrderId, momentOf(at, happening));
      isTold.add(momentOf(at, happening));
    } else if (happening.type === 'order-refused' || happening.type === 'no-order') isTold.add(momentOf(at, happening));
    else if (happening.type === 'order-filled') isTold.add(happening.fill.clientOrderId);
  }
  const items: FeedItem[] = [];
  const add = (seq: number, at: string, leg: Leg | undefined, told: Told) =>
    items.push({
      id: String(seq),
      at,
      symbol: leg?.symbol,
      sleeveId: leg?.sleeveId,
      clientOrderId: undefined,
      ...told,
    });
  for (const { seq, at, happening } of all.toReversed()) {
    if (items.length >= most) break;
    if (happening.type === 'decision') {
      if (isTold.has(momentOf(at, happening))) continue;
      add(seq, at, happening, opinionTold(happening.signal, wishBefore.get(seq)));
    } else if (happening.type === 'order-approved') {
      if (isTold.has(happening.order.clientOrderId)) continue;
      add(seq, at, happening, sentTold(happening, reasons.get(momentOf(at, happening))));
    } else if (happening.type === 'order-filled') {
      const moment = momentOfOrder.get(happening.fill.clientOrderId);
      add(seq, at, happening, filledTold(happening, moment === undefined ? undefined : reasons.get(moment)));
    } else {
      const words = otherTold(happening);
      if (words !== undefined) add(seq, at, 'symbol' in happening ? happening : undefined, words);
    }
  }
  return items;
}

type Entry = Pick<SessionEvent, 'seq' | 'at' | 'happening'>;

function asEvent({ seq, at, sleeveId, symbol, voteSheet, ...signal }: Decision): Entry {
  return { seq, at, happening: { type: 'decision', sleeveId, symbol, signal, voteSheet } };
}

interface Leg {
  readonly sleeveId: string;
  readonly symbol: string;
}

interface Told {
  readonly kind: FeedKind;
  readonly title: string;
  readonly reason: string;
  readonly clientOrderId?: string;
}

/** An opinion and what became of it carry the same one. */
function momentOf(at: string, { sleeveId, symbol }: Leg): string {
  return `${at} ${sleeveId} ${symbol}`;
}

const WISHES: Record<Signal['want'], string> = {
  long: 'wants to be long',
  short: 'wants to be short',
  flat: 'wants to hold nothing',
  abstain: 'has no opinion',
};

function opinionTold({ want, reasons, code }: Signal, before: Signal['want'] | undefined): Told {
  return {
    kind: want === 'abstain' ? 'abstained' : 'opinion',
    title: before === undefined ? capital(WISHES[want]) : `${want === before ? 'Still' : 'Now'} ${WISHES[want]}`,
    reason: reasons[0] ?? (code === null ? 'No reason was given.' : spoken(code)),
  };
}

function sentTold({ order }: Extract<Happening, { type: 'order-approved' }>, reason: string | undefined): Told {
  return {
    kind: 'sent',
    title: `Order to ${order.side} ${quantity(order.quantity)} sent`,
    reason: reason ?? 'It waits for the next bar.',
    clientOrderId: order.clientOrderId,
  };
}

function filledTold({ fill }: Extract<Happening, { type: 'order-filled' }>, reason: string | undefined): Told {
  return {
    kind: fill.side === 'buy' ? 'bought' : 'sold',
    title: `${fill.side === 'buy' ? 'Bought' : 'Sold'} ${quantity(fill.quantity)} at ${price(fill.price)}`,
    reason: reason ?? REASONS_OF_INTENT[fill.intent],
    clientOrderId: fill.clientOrderId,
  };
}

const REASONS_OF_INTENT = {
  enter: 'To enter a position.',
  exit: 'To leave the position.',
  protect: 'A stop or target was reached.',
} as const;

function otherTold(happening: Happening): Told | undefined {
  switch (happening.type) {
    case 'no-order':
      return { kind: 'no-order', title: 'No trade', reason: happening.reason };
    case 'order-refused': {
      const { order, denials } = happening;
      return {
        kind: 'refused',
        title: `Refused: ${order.side} ${quantity(order.quantity)}`,
        reason: denials.map(({ message }) => message).join(' '),
        clientOrderId: order.clientOrderId,
      };
    }
    case 'order-cancelled':
    case 'order-expired':
    case 'order-rejected':
      return {
        kind: 'ended',
        title: ENDS[happening.type],
        reason: happening.reason,
        clientOrderId: happening.clientOrderId,
      };
    case 'halted':
      return {
        kind: 'halted',
        title: happening.halt.level === 'all' ? 'Trading halted' : 'Entries halted',
        reason: happening.halt.reason,
      };
    case 'resumed':
      return { kind: 'resumed', title: 'Halt released', reason: happening.reason };
    case 'limit-breached':
      return { kind: 'breached', title: 'Limit breached', reason: spoken(happening.code) };
    default:
      return undefined;
  }
}

const ENDS = {
  'order-cancelled': 'Order cancelled',
  'order-expired': 'Order expired',
  'order-rejected': 'Order rejected',
} as const;

/** Returns "Daily loss." for DAILY_LOSS. */
function spoken(code: string): string {
  return `${capital(code.replaceAll('_', ' ').toLowerCase())}.`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
