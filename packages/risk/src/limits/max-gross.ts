import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, percent, usd } from '../in-words.ts';

export const maxGross = defineLimit({
  id: 'max-gross',
  code: 'MAX_GROSS',
  title: 'Gross exposure',
  summary: 'Refuses an order after which all positions, long and short, would be worth more than a multiple of equity.',
  params: z.strictObject({ fraction: z.number().positive().meta({ unit: 'fraction' }) }),
  unit: 'usd',
  presence: 'required',
  skipsReducing: true,
  atFill: true,
  create: ({ fraction }) => ({
    check({ order, account, quantity, countedQuantity, newQuantity, price, lastPrice }) {
      const before = toUsd(account.projectedGrossMicros());
      const value = before - Math.abs(countedQuantity) * lastPrice + Math.abs(newQuantity) * price;
      const limit = fraction * toUsd(account.equityMicros);
      if (!exceedsCap(value, limit)) return undefined;
      return deny(
        'MAX_GROSS',
        `${doing(order, quantity)} would bring the gross exposure to ${usd(value)}; the limit is ${usd(limit)}, ${percent(fraction)} of equity.`,
        capNumbers(value, limit, before),
      );
    },
    usage: (account) => ({
      value: toUsd(account.projectedGrossMicros()),
      limit: fraction * toUsd(account.equityMicros),
    }),
  }),
});
