import type { Json } from '@candor/domain/json';
import { SavedOrder } from '@candor/domain/saved-order';
import { z } from 'zod';
import { EwmaState } from './ewma-volatility.ts';
import { PortfolioState } from './portfolio.ts';
import { OpenTradeState } from './trade-log.ts';

/** Read by the part that wrote it. */
const partState: z.ZodType<Json> = z.json();

/** The saved state of a leg; its orders on the way are the session's. */
export const LegState = z.strictObject({
  sleeveId: z.string(),
  symbol: z.string(),
  decidedIndex: z.int().min(-1),
  position: z.strictObject({ quantity: z.number(), averagePrice: z.number(), openedAtIndex: z.int() }),
  realizedMicros: z.number(),
  /** Null where sizing needs none. */
  averageTrueRange: partState,
  volatility: EwmaState.nullable(),
  trade: OpenTradeState.nullable(),
  strategy: partState,
});

export type LegState = z.infer<typeof LegState>;

const SavedAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), order: SavedOrder }),
  z.strictObject({ type: z.literal('cancel'), clientOrderId: z.string(), reason: z.string(), at: z.number() }),
  z.strictObject({ type: z.literal('replace'), clientOrderId: z.string(), order: SavedOrder, at: z.number() }),
]);

/** The saved state of a session. */
export const SessionState = z.strictObject({
  id: z.string(),
  portfolio: PortfolioState,
  legs: z.array(LegState),
  /** Orders on their way, in the order in which they were placed. */
  live: z.array(
    z.strictObject({ order: SavedOrder, remaining: z.number(), isCounted: z.boolean(), isEnding: z.boolean() }),
  ),
  actions: z.array(SavedAction),
  risk: partState,
  /** Null before the first. */
  day: z.int().nullable(),
  /** Null for a number that is none. */
  safeDownToMicros: z.union([z.number(), z.literal(['Infinity', '-Infinity'])]).nullable(),
  /** Orders named so far. */
  orders: z.int().min(0),
  /** Ids that a person gave. */
  givenIds: z.array(z.string()),
});

export type SessionState = z.infer<typeof SessionState>;
