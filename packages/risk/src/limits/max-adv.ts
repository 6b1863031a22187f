import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { count, doing, percent } from '../in-words.ts';

export const maxAdv = defineLimit({
  id: 'max-adv',
  code: 'MAX_ADV',
  title: 'Share of daily volume',
  summary: 'Refuses an order larger than a fraction of the average daily volume.',
  params: z.strictObject({ fraction: z.number().positive().max(1).meta({ unit: 'fraction' }) }),
  unit: 'shares',
  presence: 'optional',
  skipsReducing: false,
  create: ({ fraction }) => ({
    check({ order, quantity, facts }) {
      const volume = facts.averageDailyVolume(order.symbol);
      if (volume === undefined) {
        return deny('MAX_ADV', `The average daily volume of ${order.symbol} is not known, so the order is refused.`);
      }
      const limit = fraction * volume;
      if (!exceedsCap(quantity, limit)) return undefined;
      return deny(
        'MAX_ADV',
        `${doing(order, quantity)} is more than ${percent(fraction)} of the average daily volume of ${count(volume)}.`,
        capNumbers(quantity, limit, 0),
      );
    },
  }),
});
