import type { AccountView } from '@candor/domain/account';
import type { Denial } from '@candor/domain/refusal';
import { z } from 'zod';
import { reachesLoss } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { percent } from '../in-words.ts';

export const dailyLoss = defineLimit({
  id: 'daily-loss',
  code: 'DAILY_LOSS',
  title: 'Daily loss',
  summary: 'Halts entries until the next session once the equity has lost a fraction since the last session ended.',
  params: z.strictObject({ fraction: z.number().positive().max(1).meta({ unit: 'fraction' }) }),
  unit: 'fraction',
  presence: 'required',
  skipsReducing: true,
  trips: 'next-session',
  create({ fraction }) {
    const breached = (account: AccountView): Denial | undefined => {
      const loss = lossOf(account);
      if (!reachesLoss(loss, fraction)) return undefined;
      return deny(
        'DAILY_LOSS',
        `The account has lost ${percent(loss)} since the last session ended; the limit is ${percent(fraction)}.`,
        capNumbers(loss, fraction, loss),
      );
    };
    return {
      breached,
      check: ({ account }) => breached(account),
      usage: (account) => ({ value: Math.max(0, lossOf(account)), limit: fraction }),
    };
  },
});

function lossOf({ equityMicros, dayStartEquityMicros }: AccountView): number {
  return 1 - equityMicros / dayStartEquityMicros;
}
