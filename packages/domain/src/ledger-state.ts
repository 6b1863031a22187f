import { z } from 'zod';
import type { LedgerState as State } from './ledger.ts';

/** The saved state of a ledger. */
export const LedgerState: z.ZodType<State> = z.strictObject({
  startCashMicros: z.number(),
  cashMicros: z.number(),
  realizedMicros: z.number(),
  feesMicros: z.number(),
  dividendsMicros: z.number(),
  interestMicros: z.number(),
  borrowMicros: z.number(),
  holdings: z.array(
    z.strictObject({
      symbol: z.string(),
      quantity: z.number(),
      averagePrice: z.number(),
      lastPrice: z.number().nullable(),
    }),
  ),
});
