import type { AccountSnapshot } from '@candor/domain/account';
import { toUsd } from '@candor/domain/money';
import { z } from 'zod';

/** Everything that ever moved an account. Equity = start cash + realized + unrealized - fees + dividends + interest - borrow. */
export const WireAccount = z.object({
  startCashUsd: z.number(),
  cashUsd: z.number(),
  equityUsd: z.number(),
  realizedUsd: z.number(),
  unrealizedUsd: z.number(),
  feesUsd: z.number(),
  dividendsUsd: z.number(),
  interestUsd: z.number(),
  borrowUsd: z.number(),
});

export type WireAccount = z.infer<typeof WireAccount>;

/** Returns the money of an account; its positions are told for themselves. */
export function wireAccount(account: AccountSnapshot): WireAccount {
  return {
    startCashUsd: toUsd(account.startCashMicros),
    cashUsd: toUsd(account.cashMicros),
    equityUsd: toUsd(account.equityMicros),
    realizedUsd: toUsd(account.realizedMicros),
    unrealizedUsd: toUsd(account.unrealizedMicros),
    feesUsd: toUsd(account.feesMicros),
    dividendsUsd: toUsd(account.dividendsMicros),
    interestUsd: toUsd(account.interestMicros),
    borrowUsd: toUsd(account.borrowMicros),
  };
}
