import { LedgerState } from '@candor/domain/ledger-state';
import { SavedOrder } from '@candor/domain/saved-order';
import { z } from 'zod';

const count = z.int().min(0);

// How it woke is not saved: that counts only inside the bar on which it did.
const SavedWorkingOrder = z.strictObject({
  order: SavedOrder,
  triggered: z.boolean(),
  remaining: z.number(),
  filledQuantity: z.number().min(0),
  averageFillPrice: z.number().nullable(),
  daySession: z.int().nullable(),
  fills: count,
  /** Places of the orders that sleep until this one fills, in the order in which they wake. */
  children: z.array(count),
});

/**
 * The saved state of a paper exchange. Orders that are over are not in it, although they are remembered otherwise so that one sent again is
 * known: a snapshot is written before any order that is still to be sent is sent, so nothing that is over by then is ever sent again.
 */
export const PaperExchangeState = z
  .strictObject({
    ledger: LedgerState,
    ambiguousBars: count,
    /** In order of arrival. */
    open: z.array(SavedWorkingOrder),
    /** By instrument, the places of the orders that are awake, in the order in which they woke. */
    books: z.array(z.strictObject({ symbol: z.string(), orders: z.array(count) })),
  })
  .refine(
    ({ open, books }) => {
      const awake = books.flatMap(({ orders }) => orders);
      const children = open.flatMap((parent) => parent.children);
      return (
        [awake, children].every((places) => new Set(places).size === places.length) &&
        books.every(({ symbol, orders }) => orders.every((place) => open[place]?.order.symbol === symbol)) &&
        open.every((parent, own) => parent.children.every((place) => place !== own && open[place] !== undefined))
      );
    },
    { message: 'names an order that is not there, or one twice' },
  );
