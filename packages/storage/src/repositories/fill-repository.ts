import type { FillRepository, FillRow } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { fills } from '../schema/fills.ts';

export function createFillRepository(connection: Connection): FillRepository {
  return {
    add: async (rows) => {
      let added = 0;
      await inChunks(rows, async (chunk) => {
        const { rowCount } = await connection
          .insert(fills)
          .values(chunk.map(({ fill, ...row }) => ({ ...fill, ...row })))
          .onConflictDoNothing();
        added += rowCount ?? 0;
      });
      return added;
    },

    list: async (page, where = {}) => {
      const rows = await connection
        .select()
        .from(fills)
        .where(
          and(
            page.after === undefined ? undefined : lt(fills.seq, page.after),
            where.accountId === undefined ? undefined : eq(fills.accountId, where.accountId),
            where.sessionId === undefined ? undefined : eq(fills.sessionId, where.sessionId),
            where.clientOrderId === undefined ? undefined : eq(fills.clientOrderId, where.clientOrderId),
          ),
        )
        .orderBy(desc(fills.seq))
        .limit(rowsToRead(page));
      return pageOf(rows.map(toRow), page, ({ seq }) => seq);
    },

    sums: (sessionId) =>
      connection
        .select({
          sleeveId: fills.sleeveId,
          symbol: fills.symbol,
          fills: sql<number>`count(*)::int`,
          commissionMicros: sql<number>`sum(${fills.commissionMicros})::float8`,
          slippageMicros: sql<number>`sum(${fills.slippageMicros})::float8`,
        })
        .from(fills)
        .where(eq(fills.sessionId, sessionId))
        .groupBy(fills.sleeveId, fills.symbol)
        .orderBy(asc(fills.sleeveId), asc(fills.symbol)),
  };
}

function toRow({ seq, accountId, sessionId, recordedAt, ...fill }: typeof fills.$inferSelect): FillRow {
  return { seq, accountId, sessionId, fill, recordedAt };
}
