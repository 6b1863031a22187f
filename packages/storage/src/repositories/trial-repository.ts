import type { TrialRepository } from '@candor/domain/ports/repositories';
import { and, countDistinct, eq, gte, lte, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { trials } from '../schema/runs.ts';

export function createTrialRepository(connection: Connection): TrialRepository {
  return {
    register: async ({ dataset, from, to, configurationSha256, by, at }) => {
      // Two that register on the same data at once would each not count the other.
      await connection.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trials of ${dataset}`}, 0))`);
      await connection
        .insert(trials)
        .values({ dataset, firstSession: from, lastSession: to, configurationSha256, by, at })
        .onConflictDoNothing();
      const [counted] = await connection
        .select({ configurations: countDistinct(trials.configurationSha256) })
        .from(trials)
        .where(and(eq(trials.dataset, dataset), lte(trials.firstSession, to), gte(trials.lastSession, from)));
      return counted?.configurations ?? 0;
    },
  };
}
