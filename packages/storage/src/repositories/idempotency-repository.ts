import type { IdempotencyRepository } from '@candor/domain/ports/repositories';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { idempotencyKeys } from '../schema/idempotency.ts';

export function createIdempotencyRepository(connection: Connection): IdempotencyRepository {
  const is = (key: string, operation: string) =>
    and(eq(idempotencyKeys.key, key), eq(idempotencyKeys.operation, operation));
  return {
    reserve: async (row) => {
      for (;;) {
        const reserved = await connection
          .insert(idempotencyKeys)
          .values(row)
          .onConflictDoNothing()
          .returning({ key: idempotencyKeys.key });
        if (reserved.length > 0) return undefined;
        const [holder] = await connection.select().from(idempotencyKeys).where(is(row.key, row.operation));
        // Released in between: the key is free again.
        if (holder !== undefined) return { ...holder, answer: holder.answer ?? undefined };
      }
    },
    settle: async (key, operation, answer) => {
      await connection.update(idempotencyKeys).set({ answer }).where(is(key, operation));
    },
    release: async (key, operation) => {
      await connection.delete(idempotencyKeys).where(and(is(key, operation), isNull(idempotencyKeys.answer)));
    },
    prune: async (createdBefore) => {
      const { rowCount } = await connection.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, createdBefore));
      return rowCount ?? 0;
    },
  };
}
