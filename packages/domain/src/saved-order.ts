import { z } from 'zod';
import type { ApprovedOrder } from './approved-order.ts';
import type { Json } from './json.ts';
import type { OrderRequest } from './order.ts';

const Shape = z.strictObject({
  clientOrderId: z.string().min(1),
  sleeveId: z.string().min(1),
  symbol: z.string().min(1),
  side: z.enum(['buy', 'sell']),
  quantity: z.number().positive(),
  allIn: z.boolean(),
  timeInForce: z.enum(['day', 'gtc']),
  intent: z.enum(['enter', 'exit', 'protect']),
  ocoGroup: z.string().nullable(),
  parentId: z.string().nullable(),
  decidedAt: z.number(),
  type: z.enum(['market', 'limit', 'stop', 'stop-limit']),
  limitPrice: z.number().nullable(),
  stopPrice: z.number().nullable(),
});

const LIMITED: readonly OrderRequest['type'][] = ['limit', 'stop-limit'];
const STOPPED: readonly OrderRequest['type'][] = ['stop', 'stop-limit'];

/**
 * Reads back an order that was approved before it was written down with `saveOrder`. It is no review: what it is given must come from where
 * approved orders are kept (a snapshot, a row), and a test names the rooms that may use it.
 */
export const SavedOrder = Shape.refine(
  ({ type, limitPrice, stopPrice }) =>
    LIMITED.includes(type) === (limitPrice !== null) && STOPPED.includes(type) === (stopPrice !== null),
  { message: 'has the prices of another type of order' },
).transform(({ ocoGroup, parentId, type, limitPrice, stopPrice, ...terms }) => {
  // The order of the fields is that of a new order, so that the matching loop goes on seeing one shape.
  const order = {
    clientOrderId: terms.clientOrderId,
    sleeveId: terms.sleeveId,
    symbol: terms.symbol,
    side: terms.side,
    quantity: terms.quantity,
    allIn: terms.allIn,
    timeInForce: terms.timeInForce,
    intent: terms.intent,
    ocoGroup: ocoGroup ?? undefined,
    parentId: parentId ?? undefined,
    decidedAt: terms.decidedAt,
    type,
    limitPrice: limitPrice ?? undefined,
    stopPrice: stopPrice ?? undefined,
  };
  return order as OrderRequest as ApprovedOrder;
});

/** Returns an approved order as JSON carries it: what it does not have stands as null. */
export function saveOrder(order: ApprovedOrder): z.input<typeof SavedOrder> & Json {
  const { clientOrderId, sleeveId, symbol, side, quantity, allIn, timeInForce, intent, decidedAt, type } = order;
  const { ocoGroup = null, parentId = null, limitPrice = null, stopPrice = null } = order;
  return {
    clientOrderId,
    sleeveId,
    symbol,
    side,
    quantity,
    allIn,
    timeInForce,
    intent,
    ocoGroup,
    parentId,
    decidedAt,
    type,
    limitPrice,
    stopPrice,
  };
}
