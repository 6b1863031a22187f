import { MS_PER_DAY } from '@candor/domain/time';
import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count } from '../in-words.ts';

export const knownPrice = defineLimit({
  id: 'known-price',
  code: 'NO_PRICE',
  title: 'Known price',
  summary: 'Refuses orders without a last price, or with one that is too old or from the future.',
  params: z.strictObject({
    maxStaleMs: z.number().positive().default(MS_PER_DAY).meta({ title: 'Oldest price', unit: 'ms' }),
  }),
  unit: 'ms',
  presence: 'required',
  skipsReducing: false,
  alone: true,
  create: ({ maxStaleMs }) => ({
    check({ order: { symbol }, account, at, lastPrice }) {
      if (!(lastPrice > 0 && lastPrice < Number.POSITIVE_INFINITY)) {
        return deny('NO_PRICE', `${symbol} has no last price, so the order cannot be valued.`);
      }
      const ageMs = at - (account.lastPriceAt(symbol) ?? Number.NaN);
      if (ageMs >= 0 && ageMs <= maxStaleMs) return undefined;
      const numbers = { value: ageMs, limit: maxStaleMs };
      if (ageMs < 0) return deny('NO_PRICE', `The last price of ${symbol} is dated after the order.`, numbers);
      return deny(
        'NO_PRICE',
        `The last price of ${symbol} is ${count(ageMs / 1000)} s old; it may be ${count(maxStaleMs / 1000)} s.`,
        numbers,
      );
    },
  }),
});
