import { toUsd } from '@candor/domain/money';
import { z } from 'zod';
import { exceedsCap } from '../cap-comparison.ts';
import { defineLimit } from '../define-limit.ts';
import { capNumbers, deny } from '../deny.ts';
import { doing, usd } from '../in-words.ts';

export const buyingPower = defineLimit({
  id: 'buying-power',
  code: 'BUYING_POWER',
  title: 'Buying power',
  summary: 'Refuses an order that needs more than the account may still buy or short.',
  params: z.strictObject({}),
  unit: 'usd',
  presence: 'required',
  skipsReducing: true,
  atFill: true,
  create: () => ({
    check({ order, account, quantity, oldQuantity, countedQuantity, newQuantity, price, lastPrice }) {
      const old = Math.abs(oldQuantity);
      // At a fill the view has set aside what the order was expected to cost; only the difference is still to be found.
      const setAside = (Math.abs(countedQuantity) - old) * lastPrice;
      const needed = (Math.abs(newQuantity) - old) * price - setAside;
      const available = toUsd(account.buyingPowerMicros);
      if (!exceedsCap(needed, available)) return undefined;
      return deny(
        'BUYING_POWER',
        `${doing(order, quantity)} needs ${usd(needed)} of buying power; ${usd(available)} is left.`,
        capNumbers(needed, available, 0),
      );
    },
    usage: (account) => ({ value: 0, limit: toUsd(account.buyingPowerMicros) }),
  }),
});
