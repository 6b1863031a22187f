import type { EquityRepository } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { equityPoints } from '../schema/results.ts';

export function createEquityRepository(connection: Connection): EquityRepository {
  return {
    append: (sessionId, points) =>
      inChunks(points, (chunk) =>
        connection
          .insert(equityPoints)
          .values(chunk.map((point) => ({ ...point, sessionId })))
          .onConflictDoNothing(),
      ),
    list: async (sessionId, page) => {
      const [isBeyond, order] = page.newestFirst ? [lt, desc] : [gt, asc];
      const rows = await connection
        .select({ at: equityPoints.at, equityMicros: equityPoints.equityMicros, cashMicros: equityPoints.cashMicros })
        .from(equityPoints)
        .where(
          and(
            eq(equityPoints.sessionId, sessionId),
            page.after === undefined ? undefined : isBeyond(equityPoints.at, page.after),
          ),
        )
        .orderBy(order(equityPoints.at))
        .limit(rowsToRead(page));
      return pageOf(rows, page, ({ at }) => at);
    },
  };
}
