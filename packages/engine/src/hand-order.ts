import { CandorError } from '@candor/domain/candor-error';
import { floorToLot, type Instrument } from '@candor/domain/instrument';
import type { OrderIntent, OrderType, Side, TimeInForce } from '@candor/domain/order';
import { signOf } from '@candor/domain/order';
import type { Refusal } from '@candor/domain/refusal';
import { roundToTick } from '@candor/domain/round-to-tick';
import type { Leg, LiveOrder } from './leg.ts';

/** What a person wants ordered. Whether it opens or closes follows from what the person holds. */
export interface HandOrder {
  /** Made by the session when it is not given. */
  readonly clientOrderId?: string | undefined;
  readonly symbol: string;
  readonly side: Side;
  /** Shares or units, above 0. */
  readonly quantity: number;
  readonly type: OrderType;
  readonly limitPrice?: number | undefined;
  readonly stopPrice?: number | undefined;
  readonly timeInForce: TimeInForce;
  /** Protects what the order opens, at the market once it is touched. */
  readonly stopLossPrice?: number | undefined;
  /** Where what the order opens is sold, or bought back, with a profit. */
  readonly takeProfitPrice?: number | undefined;
}

/** The ids are those of the order and of what protects it, in this order. */
export type HandAnswer =
  | { readonly ok: true; readonly clientOrderIds: readonly string[] }
  | { readonly ok: false; readonly refused: Refusal };

/** Fractions of shares do not add up exactly: a part of a quantity that is nothing. */
const DUST = 1e-9;
const LONGEST_ID = 128;

/** Throws `engine.bad-order` (invalid) naming field and rule for an order that makes no sense. `lastPrice` is undefined before the first bar. */
export function checkHandOrder(order: HandOrder, instrument: Instrument, lastPrice: number | undefined): void {
  const { clientOrderId, symbol, side, quantity, type, limitPrice, stopPrice, stopLossPrice, takeProfitPrice } = order;
  const { kind, lotSize, fractional, tickSize, tradable } = instrument;
  if (kind === 'index')
    throw wrong('symbol', `${symbol} is an index: it can be charted and compared with, never ordered`);
  if (!tradable) throw wrong('symbol', `${symbol} cannot be traded`);
  if (!(quantity > 0 && quantity < Number.POSITIVE_INFINITY)) {
    throw wrong('quantity', `quantity must be above 0; ${quantity} is not`);
  }
  if (!fractional && Math.abs(quantity - floorToLot(quantity + lotSize / 2, lotSize)) > DUST * quantity) {
    throw wrong('quantity', `quantity must be a whole number of lots of ${lotSize}; ${quantity} is not`);
  }
  if (clientOrderId !== undefined && !(clientOrderId.trim() !== '' && clientOrderId.length <= LONGEST_ID)) {
    throw wrong('clientOrderId', `clientOrderId must have 1 to ${LONGEST_ID} characters`);
  }
  const takesLimit = type === 'limit' || type === 'stop-limit';
  const takesStop = type === 'stop' || type === 'stop-limit';
  checkBelongs('limitPrice', limitPrice, takesLimit, type);
  checkBelongs('stopPrice', stopPrice, takesStop, type);
  const prices = { limitPrice, stopPrice, stopLossPrice, takeProfitPrice };
  for (const [field, price] of Object.entries(prices)) if (price !== undefined) checkPrice(field, price, tickSize);

  // Where it may fill: a stop-limit anywhere between its two prices.
  const entries = [limitPrice, stopPrice].filter((price) => price !== undefined);
  if (entries.length === 0 && lastPrice !== undefined) entries.push(lastPrice);
  const [word, sign] = side === 'buy' ? ['long', 1] : ['short', -1];
  for (const entry of entries) {
    if (stopLossPrice !== undefined && !(sign * (entry - stopLossPrice) > 0)) {
      const rule = sign > 0 ? 'below' : 'above';
      throw wrong(
        'stopLossPrice',
        `stopLossPrice of a ${word} must be ${rule} its entry at ${entry}; ${stopLossPrice} is not`,
      );
    }
    if (takeProfitPrice !== undefined && !(sign * (takeProfitPrice - entry) > 0)) {
      const rule = sign > 0 ? 'above' : 'below';
      throw wrong(
        'takeProfitPrice',
        `takeProfitPrice of a ${word} must be ${rule} its entry at ${entry}; ${takeProfitPrice} is not`,
      );
    }
  }
}

/** What an order by hand does to what is held by hand of its instrument. */
export interface HandPurpose {
  readonly intent: Exclude<OrderIntent, 'protect'>;
  /** Orders that protect what the order closes, and what is left of their entries: they are taken back with it. */
  readonly takesBack: readonly LiveOrder[];
}

/**
 * Returns what an order by hand is for: it exits when it only makes smaller what is held and not on its way out already, and enters
 * otherwise. Throws `engine.bad-order` (invalid) for protection of something that is not opened, and `engine.quantity-covered` (conflict)
 * where orders that protect a position would sell (or buy back) the same shares once more.
 */
export function purposeOf(order: HandOrder, leg: Leg): HandPurpose {
  const { side, symbol, quantity, type } = order;
  const sign = signOf(side);
  const held = leg.context.position.quantity;
  const closes = sign * held < 0;
  if (closes && (order.stopLossPrice ?? order.takeProfitPrice) !== undefined) {
    const field = order.stopLossPrice === undefined ? 'takeProfitPrice' : 'stopLossPrice';
    throw wrong(field, `${field} belongs to an order that opens or adds to a position; this one closes`);
  }
  let leaving = 0;
  for (const live of leg.live) if (live.isCounted && live.order.side === side) leaving += live.remaining;
  const room = closes ? Math.abs(held) - leaving : 0;
  const guards = leg.live.filter(
    ({ order: { intent, side: way }, isEnding }) => intent === 'protect' && way === side && !isEnding,
  );
  const isWhole =
    closes && type === 'market' && Math.abs(quantity - Math.abs(held)) <= DUST * quantity && leaving === 0;
  if (isWhole) {
    const entries = new Set(guards.map((guard) => guard.order.parentId));
    const rest = leg.live.filter(
      ({ order: { intent, clientOrderId } }) => intent === 'enter' && entries.has(clientOrderId),
    );
    return { intent: 'exit', takesBack: [...guards, ...rest] };
  }
  if (guards.length > 0 && quantity > room - coveredBy(guards) + DUST * quantity) {
    const names = guards.map((guard) => guard.order.clientOrderId).join(', ');
    throw new CandorError('engine.quantity-covered', {
      kind: 'conflict',
      message: `Orders that protect a position would ${side} the same ${symbol}: ${names}. Cancel them first, or close all that is held at the market, which takes them back.`,
    });
  }
  return { intent: closes && quantity <= room * (1 + DUST) ? 'exit' : 'enter', takesBack: [] };
}

/** Quantity that orders of protection may take; those of one group take it only once. */
function coveredBy(guards: readonly LiveOrder[]): number {
  const groups = new Map<string, number>();
  for (const { order, remaining } of guards) {
    const group = order.ocoGroup ?? order.clientOrderId;
    groups.set(group, Math.max(groups.get(group) ?? 0, remaining));
  }
  return [...groups.values()].reduce((sum, quantity) => sum + quantity, 0);
}

function checkBelongs(field: string, price: number | undefined, belongs: boolean, type: OrderType): void {
  if (belongs && price === undefined) throw wrong(field, `${field} is missing: a ${type} order needs it`);
  if (!belongs && price !== undefined) throw wrong(field, `${field} does not belong to a ${type} order`);
}

function checkPrice(field: string, price: number, tickSize: number): void {
  if (!(price > 0 && price < Number.POSITIVE_INFINITY)) throw wrong(field, `${field} must be above 0; ${price} is not`);
  if (roundToTick(price, 1, tickSize) !== roundToTick(price, -1, tickSize)) {
    throw wrong(field, `${field} must be a multiple of ${tickSize}; ${price} is not`);
  }
}

function wrong(field: string, rule: string): CandorError {
  return new CandorError('engine.bad-order', { kind: 'invalid', message: `${rule}.`, details: { field } });
}
