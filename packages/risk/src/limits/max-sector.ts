import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, percent, usd } from '../in-words.ts';

export const maxSector = defineLimit({
  id: 'max-sector',
  code: 'MAX_SECTOR',
  title: 'Sector exposure',
  summary: 'Refuses an order after which the positions of its sector would be worth more than a fraction of equity.',
  params: z.strictObject({ fraction: z.number().positive().meta({ unit: 'fraction' }) }),
  unit: 'usd',
  presence: 'optional',
  skipsReducing: true,
  atFill: true,
  create: ({ fraction }) => ({
    check({ order, account, facts, quantity, oldQuantity, newQuantity, price, lastPrice }) {
      const sector = facts.sector(order.symbol);
      if (sector === undefined) return unknownSector(order.symbol);
      let others = 0;
      for (const { symbol, lastPrice: otherPrice } of account.positions()) {
        if (symbol === order.symbol) continue;
        const held = account.projectedQuantity(symbol);
        if (held === 0) continue;
        const otherSector = facts.sector(symbol);
        if (otherSector === undefined) return unknownSector(symbol);
        if (otherSector === sector) others += Math.abs(held) * otherPrice;
      }
      const value = others + Math.abs(newQuantity) * price;
      const limit = fraction * toUsd(account.equityMicros);
      if (!exceedsCap(value, limit)) return undefined;
      return deny(
        'MAX_SECTOR',
        `${doing(order, quantity)} would bring the sector ${sector} to ${usd(value)}; the limit is ${usd(limit)}, ${percent(fraction)} of equity.`,
        capNumbers(value, limit, others + Math.abs(oldQuantity) * lastPrice),
      );
    },
  }),
});

function unknownSector(symbol: string) {
  return deny('MAX_SECTOR', `The sector of ${symbol} is not known, so the order is refused.`);
}
