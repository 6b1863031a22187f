import type { AccountView } from '@candor/domain/account';
import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';

const MONEY_FIELDS = [
  'equityMicros',
  'cashMicros',
  'buyingPowerMicros',
  'dayStartEquityMicros',
  'peakEquityMicros',
] as const satisfies readonly (keyof AccountView)[];

export const finiteInputs = defineLimit({
  id: 'finite-inputs',
  code: 'BAD_NUMBER',
  title: 'Finite inputs',
  summary: 'Refuses every order while a number of the account or a time is missing or not finite.',
  params: z.strictObject({}),
  unit: 'none',
  presence: 'always',
  skipsReducing: false,
  alone: true,
  create: () => ({
    check({ account, order, at, oldQuantity }) {
      const { equityMicros, cashMicros, buyingPowerMicros, dayStartEquityMicros, peakEquityMicros } = account;
      // NaN and infinities survive addition, so one sum speaks for all.
      const sum = equityMicros + cashMicros + buyingPowerMicros + dayStartEquityMicros + peakEquityMicros;
      const allFinite = Number.isFinite(sum + oldQuantity + order.decidedAt + at);
      if (allFinite && dayStartEquityMicros > 0 && peakEquityMicros > 0) return undefined;
      const culprit =
        MONEY_FIELDS.find((field) => !Number.isFinite(account[field])) ??
        (Number.isFinite(oldQuantity) ? undefined : `projected quantity of ${order.symbol}`) ??
        (Number.isFinite(at) && Number.isFinite(order.decidedAt) ? undefined : 'time of the order');
      return deny(
        'BAD_NUMBER',
        culprit === undefined
          ? 'The equity at the start of the day and the peak equity of the account must be above 0.'
          : `The ${culprit} is not a finite number, so no limit can be checked.`,
      );
    },
  }),
});
