import { z } from 'zod';

/** The saved state of a risk manager. */
export const RiskState = z.strictObject({
  session: z.int().nullable(),
  /** Latest market time seen. */
  latestAt: z.number(),
  halts: z.array(
    z.strictObject({
      level: z.enum(['entries', 'all']),
      code: z.string(),
      reason: z.string(),
      at: z.number(),
      until: z.enum(['next-session', 'manual']),
    }),
  ),
  recent: z.array(
    z.strictObject({
      clientOrderId: z.string(),
      symbol: z.string(),
      side: z.enum(['buy', 'sell']),
      quantity: z.number(),
      at: z.number(),
    }),
  ),
});
