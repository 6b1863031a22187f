import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, percent, usd } from '../in-words.ts';

/** The cluster is the transitive closure, from the order's symbol, of pairs of held instruments whose returns correlate at least so much. */
export const maxCluster = defineLimit({
  id: 'max-cluster',
  code: 'MAX_CLUSTER',
  title: 'Correlated cluster',
  summary: 'Refuses an order after which instruments that move together would net to more than a fraction of equity.',
  params: z.strictObject({
    correlation: z.number().min(-1).max(1),
    fraction: z.number().positive().meta({ unit: 'fraction' }),
  }),
  unit: 'usd',
  presence: 'optional',
  skipsReducing: true,
  atFill: true,
  create({ correlation, fraction }) {
    // Reused for every order; members come first, [0, size), and the rest are candidates.
    const symbols: string[] = [];
    const values: number[] = [];

    const swap = (i: number, j: number): void => {
      const symbol = symbols[i]!;
      const value = values[i]!;
      symbols[i] = symbols[j]!;
      values[i] = values[j]!;
      symbols[j] = symbol;
      values[j] = value;
    };

    return {
      check({ order, account, facts, quantity, oldQuantity, newQuantity, price, lastPrice }) {
        symbols.length = 1;
        values.length = 1;
        symbols[0] = order.symbol;
        values[0] = newQuantity * price;
        for (const { symbol, lastPrice: otherPrice } of account.positions()) {
          const held = account.projectedQuantity(symbol);
          if (symbol === order.symbol || held === 0) continue;
          symbols.push(symbol);
          values.push(held * otherPrice);
        }
        let size = 1;
        for (let member = 0; member < size; member++) {
          for (let candidate = size; candidate < symbols.length; candidate++) {
            const correlated = facts.correlation(symbols[member]!, symbols[candidate]!);
            if (correlated === undefined || Number.isNaN(correlated)) {
              return deny(
                'MAX_CLUSTER',
                `How ${symbols[member]} and ${symbols[candidate]} move together is not known, so the order is refused.`,
              );
            }
            if (correlated >= correlation) swap(candidate, size++);
          }
        }
        if (size === 1) return undefined;
        let net = 0;
        for (let member = 0; member < size; member++) net += values[member]!;
        const value = Math.abs(net);
        const limit = fraction * toUsd(account.equityMicros);
        if (!exceedsCap(value, limit)) return undefined;
        return deny(
          'MAX_CLUSTER',
          `${doing(order, quantity)} would bring ${symbols.slice(0, size).sort().join(', ')}, which move together, to ${usd(value)} net; the limit is ${usd(limit)}, ${percent(fraction)} of equity.`,
          capNumbers(value, limit, Math.abs(net - newQuantity * price + oldQuantity * lastPrice)),
        );
      },
    };
  },
});
