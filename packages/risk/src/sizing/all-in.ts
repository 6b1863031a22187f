import { z } from 'zod';
import { defineSizing } from '../define-sizing.ts';

export const allIn = defineSizing({
  id: 'all-in',
  title: 'All in',
  summary: 'Puts the whole capital into one position; the fill decides how many lots the cash buys.',
  params: z.strictObject({}),
  needs: { stop: false, volatility: false },
  allIn: true,
  create:
    () =>
    ({ equityUsd, price }) =>
      equityUsd / price,
});
