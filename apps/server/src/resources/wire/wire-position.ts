import { toUsd } from '@candor/domain/money';
import type { SleevePosition } from '@candor/domain/ports/repositories';
import { z } from 'zod';
import { wireNumber } from './wire-values.ts';

/** What one sleeve holds of one symbol. */
export const WirePosition = z.object({
  sleeveId: z.string(),
  symbol: z.string(),
  /** Signed: short positions are negative. */
  quantity: z.number(),
  /** Average cost; null when flat. */
  averagePrice: z.number().nullable(),
  /** Latest closed price; null before the first bar. */
  lastPrice: z.number().nullable(),
  /** Null where something is held and has no price. */
  marketValueUsd: z.number().nullable(),
  unrealizedUsd: z.number().nullable(),
  realizedUsd: z.number(),
});

export type WirePosition = z.infer<typeof WirePosition>;

/** Returns a position; sleeve and symbol name it. */
export function wirePosition(position: SleevePosition): WirePosition {
  const { averagePrice, lastPrice, quantity } = position;
  const isFlat = quantity === 0;
  return {
    sleeveId: position.sleeveId,
    symbol: position.symbol,
    quantity,
    averagePrice: isFlat ? null : wireNumber(averagePrice),
    lastPrice: wireNumber(lastPrice),
    // Nothing held is worth nothing at any price, the unknown one included.
    marketValueUsd: isFlat ? 0 : wireNumber(quantity * lastPrice),
    unrealizedUsd: isFlat ? 0 : wireNumber(quantity * (lastPrice - averagePrice)),
    realizedUsd: toUsd(position.realizedMicros),
  };
}
