import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, percent, usd } from '../in-words.ts';

export const maxNet = defineLimit({
  id: 'max-net',
  code: 'MAX_NET',
  title: 'Net exposure',
  summary: 'Refuses an order after which longs less shorts would be worth more, either way, than a multiple of equity.',
  params: z.strictObject({ fraction: z.number().positive().meta({ unit: 'fraction' }) }),
  unit: 'usd',
  presence: 'optional',
  skipsReducing: true,
  atFill: true,
  create: ({ fraction }) => ({
    check({ order, account, quantity, countedQuantity, newQuantity, price, lastPrice }) {
      const before = toUsd(account.projectedNetMicros());
      const value = Math.abs(before - countedQuantity * lastPrice + newQuantity * price);
      const limit = fraction * toUsd(account.equityMicros);
      if (!exceedsCap(value, limit)) return undefined;
      return deny(
        'MAX_NET',
        `${doing(order, quantity)} would bring the net exposure to ${usd(value)}; the limit is ${usd(limit)}, ${percent(fraction)} of equity.`,
        capNumbers(value, limit, Math.abs(before)),
      );
    },
    usage: (account) => ({
      value: Math.abs(toUsd(account.projectedNetMicros())),
      limit: fraction * toUsd(account.equityMicros),
    }),
  }),
});
