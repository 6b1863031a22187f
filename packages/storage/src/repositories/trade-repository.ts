import type { TradeRepository } from '@candor/domain/ports/repositories';
import { asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { trades } from '../schema/results.ts';

export function createTradeRepository(connection: Connection): TradeRepository {
  return {
    add: (sessionId, closed) =>
      inChunks(closed, (chunk) => connection.insert(trades).values(chunk.map((trade) => ({ ...trade, sessionId })))),
    list: async (sessionId) => {
      const rows = await connection
        .select()
        .from(trades)
        .where(eq(trades.sessionId, sessionId))
        .orderBy(asc(trades.seq));
      return rows.map(({ seq: _, sessionId: __, exitAt, exitPrice, exitReason, ...trade }) => ({
        ...trade,
        exitAt: exitAt ?? undefined,
        exitPrice: exitPrice ?? undefined,
        exitReason: exitReason ?? undefined,
      }));
    },
  };
}
