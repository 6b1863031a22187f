import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count } from '../in-words.ts';

/** Relative slack of a whole number of lots: 0.3 / 0.1 is not 3. */
const LOT_SLACK = 1e-9;

export const orderQuantity = defineLimit({
  id: 'order-quantity',
  code: 'BAD_QTY',
  title: 'Order quantity',
  summary: 'Refuses quantities that are not above zero, not finite or not whole lots.',
  params: z.strictObject({}),
  unit: 'shares',
  presence: 'always',
  skipsReducing: false,
  alone: true,
  create: () => ({
    check({ quantity, instrument: { symbol, lotSize, fractional } }) {
      if (!(quantity > 0 && quantity < Number.POSITIVE_INFINITY)) {
        return deny('BAD_QTY', `The quantity of ${symbol} must be a finite number above 0.`, { value: quantity });
      }
      if (fractional) return undefined;
      const lots = quantity / lotSize;
      const whole = Math.round(lots);
      if (whole >= 1 && Math.abs(lots - whole) <= LOT_SLACK * whole) return undefined;
      return deny(
        'BAD_QTY',
        `${count(quantity)} ${symbol} is not a whole number of lots of ${count(lotSize)}, and fractions are not allowed.`,
        { value: quantity, lotSize },
      );
    },
  }),
});
