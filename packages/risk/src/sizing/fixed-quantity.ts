import { z } from 'zod';
import { defineSizing } from '../define-sizing.ts';

export const fixedQuantity = defineSizing({
  id: 'fixed-quantity',
  title: 'Fixed quantity',
  summary: 'Orders the same number of shares or units every time.',
  params: z.strictObject({
    quantity: z.number().positive().default(1).meta({ unit: 'shares', description: 'Shares or units of every entry.' }),
  }),
  needs: { stop: false, volatility: false },
  create:
    ({ quantity }) =>
    () =>
      quantity,
});
