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
    count: async ({ symbol, timeframe, from, to } = {}) => {
      // A dataset is called provider:symbol:timeframe, with more behind it where it is a file.
      const part = (place: number) => sql`split_part(${trials.dataset}, ':', ${sql.raw(String(place))})`;
      const [counted] = await connection
        .select({ tries: sql<number>`count(distinct (${trials.dataset}, ${trials.configurationSha256}))::int` })
        .from(trials)
        .where(
          and(
            symbol === undefined ? undefined : eq(part(2), symbol),
            timeframe === undefined ? undefined : eq(part(3), timeframe),
            to === undefined ? undefined : lte(trials.firstSession, to),
            from === undefined ? undefined : gte(trials.lastSession, from),
          ),
        );
      return counted?.tries ?? 0;
    },
  };
}
