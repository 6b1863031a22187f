import type { Fill } from '@candor/domain/fill';
import { toUsd } from '@candor/domain/money';
import type { FillRow } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from './wire-values.ts';

/** What was bought or sold. */
export const WireFillTerms = z.object({
  clientOrderId: z.string(),
  /** Counts the fills of its order from 1. */
  sequence: z.int(),
  sleeveId: z.string(),
  symbol: z.string(),
  side: z.enum(['buy', 'sell']),
  intent: z.enum(['enter', 'exit', 'protect']),
  quantity: z.number(),
  price: z.number(),
  commissionUsd: z.number(),
  /** What the price lost to slippage; part of the price. */
  slippageUsd: z.number(),
  moment: z.enum(['open', 'intrabar']),
  /** Market time. */
  at: WireInstant,
});

export type WireFillTerms = z.infer<typeof WireFillTerms>;

export const WireFill = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  ...WireFillTerms.shape,
  recordedAt: WireInstant,
});

export type WireFill = z.infer<typeof WireFill>;

/** Returns a fill; account, client order id and sequence name it. */
export function wireFill(row: Omit<FillRow, 'seq'>): WireFill {
  return {
    accountId: row.accountId,
    sessionId: row.sessionId,
    ...wireFillTerms(row.fill),
    recordedAt: isoFromInstant(row.recordedAt),
  };
}

/** Returns what was bought or sold, without whose it is. */
export function wireFillTerms(fill: Fill): WireFillTerms {
  return {
    clientOrderId: fill.clientOrderId,
    sequence: fill.sequence,
    sleeveId: fill.sleeveId,
    symbol: fill.symbol,
    side: fill.side,
    intent: fill.intent,
    quantity: fill.quantity,
    price: fill.price,
    commissionUsd: toUsd(fill.commissionMicros),
    slippageUsd: toUsd(fill.slippageMicros),
    moment: fill.moment,
    at: isoFromInstant(fill.at),
  };
}
