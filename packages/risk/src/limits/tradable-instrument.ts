import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';

export const tradableInstrument = defineLimit({
  id: 'tradable-instrument',
  code: 'NOT_TRADABLE',
  title: 'Tradable instrument',
  summary: 'Refuses orders for an index, for what cannot be traded, and for another instrument than the one reviewed.',
  params: z.strictObject({}),
  unit: 'none',
  presence: 'always',
  skipsReducing: false,
  alone: true,
  create: () => ({
    check({ order, instrument }) {
      const { symbol, kind, tradable } = instrument;
      if (order.symbol !== symbol) {
        return deny('NOT_TRADABLE', `The order is for ${order.symbol}, but the instrument given is ${symbol}.`);
      }
      if (kind === 'index') {
        return deny('NOT_TRADABLE', `${symbol} is an index: it can be charted and compared with, never ordered.`);
      }
      return tradable ? undefined : deny('NOT_TRADABLE', `${symbol} cannot be traded.`);
    },
  }),
});
