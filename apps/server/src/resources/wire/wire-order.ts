import type { OrderRequest } from '@candor/domain/order';
import type { OrderRow } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant, wireInstant, wireNumber } from './wire-values.ts';

/** What was asked for. */
export const WireOrderTerms = z.object({
  /** Unique in the account. */
  clientOrderId: z.string(),
  sleeveId: z.string(),
  symbol: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit', 'stop', 'stop-limit']),
  intent: z.enum(['enter', 'exit', 'protect']),
  timeInForce: z.enum(['day', 'gtc']),
  /** Shares or units; with `allIn` an estimate, the fill decides. */
  quantity: z.number(),
  allIn: z.boolean(),
  limitPrice: z.number().nullable(),
  stopPrice: z.number().nullable(),
  /** Orders of one group cancel each other when one of them fills. */
  ocoGroup: z.string().nullable(),
  /** The entry that this order protects. */
  parentId: z.string().nullable(),
  /** Market time. */
  decidedAt: WireInstant,
});

export type WireOrderTerms = z.infer<typeof WireOrderTerms>;

/** An order and how far its life has come. */
export const WireOrder = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  ...WireOrderTerms.shape,
  status: z.enum(['working', 'partially-filled', 'filled', 'cancelled', 'expired', 'rejected']),
  filledQuantity: z.number(),
  /** Null before the first fill. */
  averageFillPrice: z.number().nullable(),
  /** Why it ended without filling whole. */
  reason: z.string().nullable(),
  recordedAt: WireInstant,
  /** Null while it is not known to have reached the broker. */
  sentAt: WireInstant.nullable(),
  /** Null while it is open. */
  endedAt: WireInstant.nullable(),
});

export type WireOrder = z.infer<typeof WireOrder>;

/** Returns an order as it stands. */
export function wireOrder(row: Omit<OrderRow, 'seq'>): WireOrder {
  const { state } = row;
  return {
    accountId: row.accountId,
    sessionId: row.sessionId,
    ...wireOrderTerms(state.order),
    status: state.status,
    filledQuantity: state.filledQuantity,
    averageFillPrice: wireNumber(state.averageFillPrice),
    reason: state.reason ?? null,
    recordedAt: isoFromInstant(row.recordedAt),
    sentAt: wireInstant(row.sentAt),
    endedAt: wireInstant(row.endedAt),
  };
}

/** Returns what an order asks for. */
export function wireOrderTerms(order: OrderRequest): WireOrderTerms {
  return {
    clientOrderId: order.clientOrderId,
    sleeveId: order.sleeveId,
    symbol: order.symbol,
    side: order.side,
    type: order.type,
    intent: order.intent,
    timeInForce: order.timeInForce,
    quantity: order.quantity,
    allIn: order.allIn,
    limitPrice: wireNumber(order.limitPrice),
    stopPrice: wireNumber(order.stopPrice),
    ocoGroup: order.ocoGroup ?? null,
    parentId: order.parentId ?? null,
    decidedAt: isoFromInstant(order.decidedAt),
  };
}
