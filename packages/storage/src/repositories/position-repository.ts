import type { PositionRepository } from '@candor/domain/ports/repositories';
import { asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { positions } from '../schema/results.ts';

export function createPositionRepository(connection: Connection): PositionRepository {
  return {
    replace: async (sessionId, held) => {
      await connection.delete(positions).where(eq(positions.sessionId, sessionId));
      await inChunks(held, (chunk) =>
        connection.insert(positions).values(chunk.map((position) => ({ ...position, sessionId }))),
      );
    },
    list: async (sessionId) => {
      const rows = await connection
        .select()
        .from(positions)
        .where(eq(positions.sessionId, sessionId))
        .orderBy(asc(positions.sleeveId), asc(positions.symbol));
      return rows.map(({ sessionId: _, ...position }) => position);
    },
  };
}
