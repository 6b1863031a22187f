import type { StrategyCheckRepository } from '@candor/domain/ports/repositories';
import { eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { orJsonNull } from '../schema/columns.ts';
import { strategyChecks } from '../schema/strategies.ts';

export function createStrategyCheckRepository(connection: Connection): StrategyCheckRepository {
  return {
    find: async (sourceSha256) => {
      const [found] = await connection
        .select()
        .from(strategyChecks)
        .where(eq(strategyChecks.sourceSha256, sourceSha256));
      return found;
    },
    save: async ({ sourceSha256, ...check }) => {
      const row = { ...check, report: orJsonNull(check.report) };
      await connection
        .insert(strategyChecks)
        .values({ sourceSha256, ...row })
        .onConflictDoUpdate({ target: strategyChecks.sourceSha256, set: row });
    },
  };
}
