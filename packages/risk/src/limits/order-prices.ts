import type { OrderRequest } from '@candor/domain/order';
import type { Denial } from '@candor/domain/refusal';
import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count } from '../in-words.ts';

/** Part of a tick by which a price may miss its step: what division leaves, far below any real difference. */
const TICK_SLACK = 1e-6;

/**
 * A stop must lie beyond the price at which its order would make sense: below for a sell, above for a buy. It is compared with the last
 * price, and for the child of an entry with the entry's price, since a stop under a breakout may well lie above today's price. A child
 * sent later is not compared: whether its entry has filled by then, and where, is not known here.
 */
export const orderPrices = defineLimit({
  id: 'order-prices',
  code: 'BAD_PRICE',
  title: 'Order prices',
  summary: 'Refuses prices that are missing, not finite, off the tick, or stops on the wrong side of the price.',
  params: z.strictObject({}),
  unit: 'usd',
  presence: 'always',
  skipsReducing: false,
  alone: true,
  create: () => ({
    check({ order, instrument: { tickSize }, referencePrice }) {
      const { type, limitPrice, stopPrice } = order;
      if (type === 'market') {
        if (limitPrice === undefined && stopPrice === undefined) return undefined;
        return deny('BAD_PRICE', 'A market order carries no limit and no stop price.');
      }
      const hasLimit = type !== 'stop';
      const hasStop = type !== 'limit';
      return (
        checkPrice('limit', limitPrice, hasLimit, order, tickSize) ??
        checkPrice('stop', stopPrice, hasStop, order, tickSize) ??
        (stopPrice === undefined ? undefined : checkSide(stopPrice, referencePrice, order))
      );
    },
  }),
});

function checkPrice(
  name: 'limit' | 'stop',
  price: number | undefined,
  isExpected: boolean,
  { type, symbol }: OrderRequest,
  tickSize: number,
): Denial | undefined {
  if (!isExpected) {
    return price === undefined ? undefined : deny('BAD_PRICE', `A ${type} order carries no ${name} price.`);
  }
  if (price === undefined || !(price > 0 && price < Number.POSITIVE_INFINITY)) {
    return deny('BAD_PRICE', `The ${name} price of ${symbol} must be a finite number above 0.`);
  }
  if (tickSize === 0) return undefined;
  const ticks = price / tickSize;
  if (Math.abs(ticks - Math.round(ticks)) <= TICK_SLACK) return undefined;
  return deny('BAD_PRICE', `The ${name} price ${count(price)} of ${symbol} is not a multiple of ${count(tickSize)}.`, {
    value: price,
    tickSize,
  });
}

function checkSide(stopPrice: number, reference: number, { side, symbol }: OrderRequest): Denial | undefined {
  if (Number.isNaN(reference) || (side === 'buy' ? stopPrice > reference : stopPrice < reference)) return undefined;
  const [word, rule] = side === 'buy' ? ['buy', 'above'] : ['sell', 'below'];
  return deny(
    'BAD_PRICE',
    `A ${word} stop of ${symbol} must lie ${rule} the price of ${count(reference)}; at ${count(stopPrice)} it would trigger at once.`,
    { value: stopPrice, limit: reference },
  );
}
