import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from '../sessions/session-problems.ts';

export const cancelOrder = defineOperation({
  id: 'orders.cancel',
  summary: 'Ask for the end of a working order. It is over only when its status says so.',
  input: z.object({
    sessionId: SessionId,
    clientOrderId: z.string().min(1).max(120).describe('Which order.'),
  }),
  output: z.object({ clientOrderId: z.string(), asked: z.literal(true) }),
  scope: 'orders:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'order cancel',
    positionals: ['sessionId', 'clientOrderId'],
    examples: [{ line: 'candor order cancel first-run first-run-1', shows: 'the order called back' }],
  },
  http: {
    method: 'DELETE',
    path: '/sessions/{sessionId}/orders/{clientOrderId}',
    status: 202,
    examples: [{ summary: 'Call an order back', input: { sessionId: 'first-run', clientOrderId: 'first-run-1' } }],
    problems: [
      UNKNOWN_SESSION,
      NOT_DRIVEN,
      BEING_TAKEN,
      { code: 'engine.no-such-order', kind: 'not-found', when: 'the session has no such order' },
      { code: 'engine.order-ended', kind: 'conflict', when: 'the order has ended already' },
    ],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, clientOrderId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.cancelOrder(sessionId, clientOrderId);
    return { clientOrderId, asked: true as const };
  },
});
