import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count, percent } from '../in-words.ts';

export const priceCollar = defineLimit({
  id: 'price-collar',
  code: 'PRICE_COLLAR',
  title: 'Price collar',
  summary: 'Refuses limit prices too far from the last price.',
  params: z.strictObject({
    fraction: z.number().positive().meta({ unit: 'fraction' }),
    exceptProtective: z
      .boolean()
      .default(false)
      .describe('Lets a target around a position rest farther away, since it reduces what is at risk.'),
  }),
  unit: 'fraction',
  presence: 'optional',
  skipsReducing: false,
  create: ({ fraction, exceptProtective }) => ({
    check({ order, lastPrice, isReducing }) {
      const { limitPrice } = order;
      if (limitPrice === undefined) return undefined;
      if (exceptProtective && isReducing && order.intent === 'protect') return undefined;
      const distance = Math.abs(limitPrice - lastPrice);
      if (!exceedsCap(distance, fraction * lastPrice)) return undefined;
      const away = distance / lastPrice;
      return deny(
        'PRICE_COLLAR',
        `The limit price ${count(limitPrice)} of ${order.symbol} is ${percent(away)} away from the last price ${count(lastPrice)}; the limit is ${percent(fraction)}.`,
        { value: away, limit: fraction, headroom: fraction },
      );
    },
  }),
});
