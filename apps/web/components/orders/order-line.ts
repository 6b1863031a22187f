import { price as priceText, quantity as quantityText } from '@/lib/format';
import type { Order, SessionEvent } from '@/lib/live/topics';

export type Refused = Extract<SessionEvent['happening'], { type: 'order-refused' }>;
export type Denial = Refused['denials'][number];

/** An order as the list shows it: one that was sent to the broker, or one that risk refused and that never was. */
export interface OrderLine {
  readonly key: string;
  readonly sessionId: string;
  readonly sleeveId: string;
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly type: Order['type'];
  readonly intent: Order['intent'];
  readonly timeInForce: Order['timeInForce'];
  readonly quantity: number;
  readonly filledQuantity: number;
  readonly limitPrice: number | null;
  readonly stopPrice: number | null;
  readonly averageFillPrice: number | null;
  readonly decidedAt: string;
  readonly recordedAt: string;
  readonly state: Order['status'] | 'refused';
  readonly reason: string | null;
  /** Why risk refused it; empty for every other. */
  readonly denials: readonly Denial[];
}

/** Returns an order of the broker as a line. */
export function lineOfOrder(order: Order): OrderLine {
  return { ...order, key: order.clientOrderId, state: order.status, denials: [] };
}

/** Returns a refusal as a line; undefined for every other event. */
export function lineOfRefusal({ sessionId, seq, recordedAt, happening }: SessionEvent): OrderLine | undefined {
  if (happening.type !== 'order-refused') return undefined;
  const { order, denials } = happening;
  return {
    ...order,
    // The same id may be tried again, so the event names the refusal.
    key: `refused-${seq}`,
    sessionId,
    recordedAt,
    filledQuantity: 0,
    averageFillPrice: null,
    state: 'refused',
    reason: denials[0]?.message ?? null,
    denials,
  };
}

/** Returns whether an order may still fill. */
export function isWorking({ state }: OrderLine): boolean {
  return state === 'working' || state === 'partially-filled';
}

export const sideWords = { buy: 'Buy', sell: 'Sell' } as const;

export const stateWords: Record<OrderLine['state'], string> = {
  working: 'Working',
  'partially-filled': 'Partly filled',
  filled: 'Filled',
  cancelled: 'Cancelled',
  expired: 'Expired',
  rejected: 'Rejected by the broker',
  refused: 'Refused by risk',
};

const typeWords: Record<OrderLine['type'], string> = {
  market: 'Market',
  limit: 'Limit',
  stop: 'Stop',
  'stop-limit': 'Stop limit',
};

/** Returns the type with its prices: Limit 78.40. */
export function typeText({ type, limitPrice, stopPrice }: OrderLine): string {
  const prices = [stopPrice, limitPrice].filter((price) => price !== null).map((price) => priceText(price));
  return [typeWords[type], ...prices].join(' ');
}

/** Returns the order in a phrase: Buy 20 AAPL at market. */
export function orderTitle(line: OrderLine): string {
  const how = line.type === 'market' ? 'at market' : typeText(line).toLowerCase();
  return `${sideWords[line.side]} ${quantityText(line.quantity)} ${line.symbol}, ${how}`;
}

const BY_HAND = 'by hand';

/** Returns where an order came from: the sleeve, by the name that people gave it, or a person. */
export function originText(sleeveId: string, name: string | undefined): string {
  return sleeveId === 'by-hand' ? BY_HAND : (name ?? sleeveId);
}

/** Returns who asked for an order, as a sentence begins. */
export function askedByText(origin: string): string {
  return origin === BY_HAND ? 'Asked for by hand' : `Asked for by ${origin}`;
}
