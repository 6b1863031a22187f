import { toUsd } from '@candor/domain/money';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant, wireInstant, wireNumber } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

const TradeShape = z.object({
  sleeveId: z.string(),
  symbol: z.string(),
  direction: z.enum(['long', 'short']),
  quantity: z.number(),
  entryAt: WireInstant,
  entryPrice: z.number(),
  exitAt: WireInstant.nullable(),
  exitPrice: z.number().nullable(),
  exitReason: z.enum(['signal', 'stop', 'target']).nullable(),
  /** Realized, before commissions. */
  grossUsd: z.number(),
  commissionUsd: z.number(),
  slippageUsd: z.number(),
  barsHeld: z.int(),
});

export const listSessionTrades = defineOperation({
  id: 'trades.list',
  summary: 'List the trades a session has closed, from flat to flat, oldest first.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({ trades: z.array(TradeShape) }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'trades',
    positionals: ['sessionId'],
    examples: [{ line: 'candor trades first-run', shows: 'what each trade brought' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/trades',
    examples: [{ summary: 'Closed trades', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId }) =>
    unitOfWork.run(async (repositories) => {
      await findSession(repositories, sessionId);
      const trades = await repositories.trades.list(sessionId);
      return {
        trades: trades.map((trade) => ({
          sleeveId: trade.sleeveId,
          symbol: trade.symbol,
          direction: trade.direction,
          quantity: trade.quantity,
          entryAt: isoFromInstant(trade.entryAt),
          entryPrice: trade.entryPrice,
          exitAt: wireInstant(trade.exitAt),
          exitPrice: wireNumber(trade.exitPrice),
          exitReason: trade.exitReason ?? null,
          grossUsd: toUsd(trade.grossMicros),
          commissionUsd: toUsd(trade.commissionMicros),
          slippageUsd: toUsd(trade.slippageMicros),
          barsHeld: trade.barsHeld,
        })),
      };
    }),
});
