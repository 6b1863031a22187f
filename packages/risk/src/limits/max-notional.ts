import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, usd } from '../in-words.ts';

export const maxNotional = defineLimit({
  id: 'max-notional',
  code: 'MAX_NOTIONAL',
  title: 'Largest order',
  summary: 'Refuses a single order worth more than an amount: the slip of a finger.',
  params: z.strictObject({ maxUsd: z.number().positive().meta({ title: 'Largest order', unit: 'USD' }) }),
  unit: 'usd',
  presence: 'optional',
  skipsReducing: false,
  create: ({ maxUsd }) => ({
    check({ order, quantity, price }) {
      const value = quantity * price;
      if (!exceedsCap(value, maxUsd)) return undefined;
      return deny(
        'MAX_NOTIONAL',
        `${doing(order, quantity)} is an order of ${usd(value)}; one order may be worth ${usd(maxUsd)}.`,
        capNumbers(value, maxUsd, 0),
      );
    },
  }),
});
