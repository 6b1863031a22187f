import { toUsd } from '@candor/domain/money';
import { dayFromIso, MS_PER_DAY } from '@candor/domain/time';
import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count, usd } from '../in-words.ts';

/**
 * FINRA rule 4210(f)(8)(B), as in specification 10.3: a margin account below the minimum equity may not complete a fourth day trade in five
 * sessions. The rule is being replaced (SR-FINRA-2025-017), hence the date on which it ends; confirm the broker's own rule.
 */
export const patternDayTrader = defineLimit({
  id: 'pattern-day-trader',
  code: 'PDT',
  title: 'Pattern day trader',
  summary: 'Refuses an order that would complete one day trade too many in a small margin account.',
  params: z.strictObject({
    minEquityUsd: z.number().positive().default(25_000).meta({ title: 'Exempt from equity of', unit: 'USD' }),
    maxDayTrades: z.int().nonnegative().default(3).meta({ title: 'Day trades allowed' }),
    until: z.iso.date().nullable().default(null).describe('First day, in UTC, on which the rule no longer holds.'),
  }),
  unit: 'orders',
  presence: 'optional',
  skipsReducing: true,
  create({ minEquityUsd, maxDayTrades, until }) {
    const endsAt = until === null ? Number.POSITIVE_INFINITY : dayFromIso(until) * MS_PER_DAY;
    return {
      check({ order, account, facts, at }) {
        if (account.type !== 'margin' || at >= endsAt) return undefined;
        const equityUsd = toUsd(account.equityMicros);
        if (equityUsd >= minEquityUsd) return undefined;
        const dayTrades = facts.dayTrades();
        const completes = facts.completesDayTrade(order);
        if (completes === false) return undefined;
        if (dayTrades === undefined || completes === undefined) {
          return deny('PDT', 'The day trades of the last five sessions are not known, so the order is refused.');
        }
        if (dayTrades < maxDayTrades) return undefined;
        return deny(
          'PDT',
          `The order would complete another day trade after ${count(dayTrades)} in five sessions; below ${usd(minEquityUsd)} of equity ${count(maxDayTrades)} are allowed.`,
          { value: dayTrades + 1, limit: maxDayTrades, headroom: Math.max(0, maxDayTrades - dayTrades), equityUsd },
        );
      },
    };
  },
});
