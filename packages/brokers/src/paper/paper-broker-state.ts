import { z } from 'zod';

const cursor = z.int().min(0);

const SavedFill = z.strictObject({
  clientOrderId: z.string(),
  sequence: z.int().min(1),
  sleeveId: z.string(),
  symbol: z.string(),
  side: z.enum(['buy', 'sell']),
  intent: z.enum(['enter', 'exit', 'protect']),
  quantity: z.number().positive(),
  price: z.number(),
  commissionMicros: z.number(),
  slippageMicros: z.number(),
  moment: z.enum(['open', 'intrabar']),
  at: z.number(),
});

const SavedEvent = z.discriminatedUnion('type', [
  z.strictObject({ cursor, type: z.literal('fill'), fill: SavedFill, complete: z.boolean() }),
  z.strictObject({
    cursor,
    type: z.enum(['cancelled', 'expired', 'rejected']),
    clientOrderId: z.string(),
    reason: z.string(),
    at: z.number(),
  }),
]);

/** The saved state of a paper broker. */
export const PaperBrokerState = z
  .strictObject({
    /** Read by the exchange itself. */
    exchange: z.json(),
    /** Market time of the latest close of each instrument. */
    closedAt: z.array(z.strictObject({ symbol: z.string(), at: z.number() })),
    /** Cursor of the latest event that is not kept. */
    forgotten: cursor,
    /** Events after that one, as not every reader may have seen them. */
    log: z.array(SavedEvent),
  })
  .refine(({ forgotten, log }) => log.every((event, i) => event.cursor === forgotten + i + 1), {
    message: 'has events out of order',
  });
