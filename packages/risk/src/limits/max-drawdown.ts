import type { AccountView } from '@candor/domain/account';
import type { Denial } from '@candor/domain/refusal';
import { z } from 'zod';
import { reachesLoss } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { percent } from '../in-words.ts';

export const maxDrawdown = defineLimit({
  id: 'max-drawdown',
  code: 'MAX_DRAWDOWN',
  title: 'Drawdown',
  summary: 'Halts entries until a person resumes once the equity is a fraction below its peak.',
  params: z.strictObject({ fraction: z.number().positive().max(1).meta({ unit: 'fraction' }) }),
  unit: 'fraction',
  presence: 'optional',
  skipsReducing: true,
  trips: 'manual',
  create({ fraction }) {
    const breached = (account: AccountView): Denial | undefined => {
      const drawdown = drawdownOf(account);
      if (!reachesLoss(drawdown, fraction)) return undefined;
      return deny(
        'MAX_DRAWDOWN',
        `The account is ${percent(drawdown)} below its peak; the limit is ${percent(fraction)}.`,
        capNumbers(drawdown, fraction, drawdown),
      );
    };
    return {
      breached,
      check: ({ account }) => breached(account),
      usage: (account) => ({ value: Math.max(0, drawdownOf(account)), limit: fraction }),
    };
  },
});

function drawdownOf({ equityMicros, peakEquityMicros }: AccountView): number {
  return 1 - equityMicros / peakEquityMicros;
}
