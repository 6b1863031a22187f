import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { WireEvent, wireEvent } from '../../resources/wire/wire-event.ts';
import { WireFill, wireFill } from '../../resources/wire/wire-fill.ts';
import { WireOrder, wireOrder } from '../../resources/wire/wire-order.ts';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';

/** An order has a handful of events; one filled in many parts has more, and the first thousand tell its story. */
const MOST_EVENTS = 1_000;

export const getOrder = defineOperation({
  id: 'orders.get',
  summary: 'Show one order with its whole life: approval, fills, and how it ended.',
  input: z.object({
    accountId: Id.describe('The account it belongs to.'),
    clientOrderId: z.string().min(1).max(120).describe('Which order.'),
  }),
  output: z.object({
    order: WireOrder,
    fills: z.array(WireFill),
    /** Oldest first. */
    events: z.array(WireEvent),
  }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'order show',
    positionals: ['accountId', 'clientOrderId'],
    examples: [{ line: 'candor order show first first-run-1', shows: 'the life of the first order' }],
  },
  http: {
    method: 'GET',
    path: '/accounts/{accountId}/orders/{clientOrderId}',
    examples: [
      { summary: 'The first order of a session', input: { accountId: 'first', clientOrderId: 'first-run-1' } },
    ],
    problems: [{ code: 'orders.unknown', kind: 'not-found', when: 'the account has no such order' }],
  },
  run: ({ unitOfWork }, { accountId, clientOrderId }) =>
    unitOfWork.run(async ({ orders, fills, journal }) => {
      const order = await orders.find(accountId, clientOrderId);
      if (order === undefined) {
        throw new CandorError('orders.unknown', {
          kind: 'not-found',
          message: `Account "${accountId}" has no order "${clientOrderId}".`,
        });
      }
      const parts = await fills.list({ limit: MOST_EVENTS }, { accountId, clientOrderId });
      const events = await journal.list({ limit: MOST_EVENTS }, { accountId, clientOrderId });
      return {
        order: wireOrder(order),
        fills: parts.rows.map(wireFill).toReversed(),
        events: events.rows.map(wireEvent),
      };
    }),
});
