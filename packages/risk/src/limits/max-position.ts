import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, percent, usd } from '../in-words.ts';

export const maxPosition = defineLimit({
  id: 'max-position',
  code: 'MAX_POSITION',
  title: 'Largest position',
  summary: 'Refuses an order after which one position would be worth more than a fraction of equity.',
  params: z.strictObject({ fraction: z.number().positive().meta({ unit: 'fraction' }) }),
  unit: 'usd',
  presence: 'required',
  skipsReducing: true,
  atFill: true,
  create: ({ fraction }) => ({
    check({ order, account, quantity, oldQuantity, newQuantity, price }) {
      const value = Math.abs(newQuantity) * price;
      const limit = fraction * toUsd(account.equityMicros);
      if (!exceedsCap(value, limit)) return undefined;
      return deny(
        'MAX_POSITION',
        `${doing(order, quantity)} would bring the position to ${usd(value)}; the limit is ${usd(limit)}, ${percent(fraction)} of equity.`,
        capNumbers(value, limit, Math.abs(oldQuantity) * price),
      );
    },
    usage(account) {
      let value = 0;
      for (const { symbol, lastPrice } of account.positions()) {
        const quantity = account.projectedQuantity(symbol);
        if (quantity !== 0) value = Math.max(value, Math.abs(quantity) * lastPrice);
      }
      return { value, limit: fraction * toUsd(account.equityMicros) };
    },
  }),
});
