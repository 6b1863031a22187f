import { CandorError } from '@candor/domain/candor-error';
import type { Repositories } from '@candor/domain/ports/repositories';
import type { Refusal } from '@candor/domain/refusal';
import { z } from 'zod';
import { WireOrder, wireOrder } from '../../resources/wire/wire-order.ts';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from '../sessions/session-problems.ts';

/** Codes of the limits that speak for a halt. */
const HALT_CODES: readonly string[] = ['KILL_SWITCH', 'HALT_ENTRIES'];

export const placeOrder = defineOperation({
  id: 'orders.place',
  summary: 'Give an order by hand. It passes the same risk manager as any other, and is matched from the next bar on.',
  input: z.object({
    sessionId: SessionId,
    clientOrderId: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
      .optional()
      .describe('Unique in the account, so that sending an order twice is no second order. Made up otherwise.'),
    symbol: z.string().min(1).max(40).describe('What to trade; an instrument of the session.'),
    side: z.enum(['buy', 'sell']).describe('Buy or sell.'),
    quantity: z.number().gt(0).describe('Shares or units, in whole lots of the instrument.'),
    type: z.enum(['market', 'limit', 'stop', 'stop-limit']).default('market').describe('How it is to be filled.'),
    limitPrice: z.number().gt(0).optional().describe('For limit and stop-limit: no worse than this price.'),
    stopPrice: z.number().gt(0).optional().describe('For stop and stop-limit: sleeps until this price.'),
    timeInForce: z.enum(['day', 'gtc']).default('day').describe('For the next session, or until cancelled.'),
    stopLossPrice: z
      .number()
      .gt(0)
      .optional()
      .describe('Closes what this order opens when the price turns against it.'),
    takeProfitPrice: z.number().gt(0).optional().describe('Closes what this order opens at a gain.'),
  }),
  output: z.object({
    /** The order, and those that protect what it opens. */
    orders: z.array(WireOrder),
  }),
  scope: 'orders:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'order place',
    positionals: ['sessionId'],
    examples: [
      {
        line: 'candor order place first-run --symbol AAPL --side buy --quantity 10 --stop-loss-price 90',
        shows: 'ten shares at the next open, with a stop behind them',
      },
    ],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/orders',
    status: 201,
    takesIdempotencyKey: true,
    examples: [
      { summary: 'At the market', input: { sessionId: 'first-run', symbol: 'AAPL', side: 'buy', quantity: 10 } },
      {
        summary: 'A bracket',
        input: {
          sessionId: 'first-run',
          symbol: 'AAPL',
          side: 'buy',
          quantity: 10,
          type: 'limit',
          limitPrice: 100,
          stopLossPrice: 95,
          takeProfitPrice: 115,
        },
      },
    ],
    problems: [
      UNKNOWN_SESSION,
      NOT_DRIVEN,
      BEING_TAKEN,
      {
        code: 'engine.bad-order',
        kind: 'invalid',
        when: 'the symbol is none of the session’s, or prices are missing, off the tick or on the wrong side',
      },
      {
        code: 'engine.duplicate-order',
        kind: 'conflict',
        when: 'the account has an order with that client order id, sent once already',
      },
      { code: 'engine.quantity-covered', kind: 'conflict', when: 'what would be closed is on its way out already' },
      { code: 'orders.refused', kind: 'denied', when: 'a risk limit says no; the message says which, and the numbers' },
      { code: 'orders.halted', kind: 'halt', when: 'trading is halted' },
    ],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, ...order }) => {
    const { accountId } = await unitOfWork.run(async (repositories) => {
      const session = await findSession(repositories, sessionId);
      await refuseKnown(repositories, session.accountId, order.clientOrderId);
      return session;
    });
    const placed = await tradingManager.placeOrder(sessionId, order);
    if (!placed.ok) throw refused(placed.refused);
    return unitOfWork.run(async ({ orders }) => {
      const written: WireOrder[] = [];
      for (const id of placed.clientOrderIds) {
        const row = await orders.find(accountId, id);
        if (row !== undefined) written.push(wireOrder(row));
      }
      return { orders: written };
    });
  },
});

/** A session knows its own orders; those of the account's earlier ones are in the rows. */
async function refuseKnown({ orders }: Repositories, accountId: string, clientOrderId: string | undefined) {
  if (clientOrderId === undefined || (await orders.find(accountId, clientOrderId)) === undefined) return;
  throw new CandorError('engine.duplicate-order', {
    kind: 'conflict',
    message: `"clientOrderId" ${clientOrderId} was given to an order of account "${accountId}" already; every order needs one of its own.`,
  });
}

function refused({ denials }: Refusal): CandorError {
  const isHalted = denials.some(({ code }) => HALT_CODES.includes(code));
  return new CandorError(isHalted ? 'orders.halted' : 'orders.refused', {
    kind: isHalted ? 'halt' : 'denied',
    message: denials.map(({ code, message }) => `${code}: ${message}`).join(' '),
  });
}
