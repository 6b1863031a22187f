import { z } from 'zod';
import { WireOrder, wireOrder } from '../../resources/wire/wire-order.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listOrders = defineOperation({
  id: 'orders.list',
  summary: 'List orders as they stand, newest first.',
  input: z.object({
    accountId: z.string().max(60).optional().describe('Only orders of this account.'),
    sessionId: z.string().max(60).optional().describe('Only orders of this session.'),
    symbol: z.string().max(40).optional().describe('Only orders for this symbol.'),
    open: z.boolean().optional().describe('Only orders that can still fill, or only those that are over.'),
    ...PageInput,
  }),
  output: z.object({ orders: z.array(WireOrder), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'orders',
    examples: [{ line: 'candor orders --session-id first-run --open', shows: 'what is still working' }],
  },
  http: {
    method: 'GET',
    path: '/orders',
    examples: [{ summary: 'Working orders of a session', input: { sessionId: 'first-run', open: true } }],
  },
  run: ({ unitOfWork }, { accountId, sessionId, symbol, open, ...page }) =>
    unitOfWork.run(async ({ orders }) => {
      const found = await orders.list(pageOf(page), { accountId, sessionId, symbol, open });
      return { orders: found.rows.map(wireOrder), nextCursor: nextCursorOf(found) };
    }),
});
