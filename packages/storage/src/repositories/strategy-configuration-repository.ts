import { CandorError } from '@candor/domain/candor-error';
import type { StrategyConfigurationRepository } from '@candor/domain/ports/repositories';
import { and, asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { strategyConfigurations, strategyConfigurationVersions as versions } from '../schema/strategies.ts';

export function createStrategyConfigurationRepository(connection: Connection): StrategyConfigurationRepository {
  const isLatest = and(
    eq(strategyConfigurations.id, versions.id),
    eq(strategyConfigurations.latestVersion, versions.version),
  );
  return {
    find: async (id, version) => {
      const found =
        version === undefined
          ? await connection
              .select({ version: versions })
              .from(versions)
              .innerJoin(strategyConfigurations, isLatest)
              .where(eq(versions.id, id))
          : await connection
              .select({ version: versions })
              .from(versions)
              .where(and(eq(versions.id, id), eq(versions.version, version)));
      return found[0]?.version;
    },
    list: async () => {
      const rows = await connection
        .select({ version: versions })
        .from(versions)
        .innerJoin(strategyConfigurations, isLatest)
        .where(eq(strategyConfigurations.isArchived, false))
        .orderBy(asc(versions.name), asc(versions.id));
      return rows.map(({ version }) => version);
    },
    versions: (id) => connection.select().from(versions).where(eq(versions.id, id)).orderBy(asc(versions.version)),
    save: async (configuration) => {
      const { id, version } = configuration;
      // Either statement waits for whoever is saving the same version, and then finds that it came second.
      const followed =
        version === 1
          ? await connection
              .insert(strategyConfigurations)
              .values({ id, latestVersion: 1 })
              .onConflictDoNothing()
              .returning({ id: strategyConfigurations.id })
          : await connection
              .update(strategyConfigurations)
              .set({ latestVersion: version })
              .where(and(eq(strategyConfigurations.id, id), eq(strategyConfigurations.latestVersion, version - 1)))
              .returning({ id: strategyConfigurations.id });
      if (followed.length === 0) {
        throw new CandorError('storage.version-conflict', {
          kind: 'conflict',
          message: `Version ${version} of strategy configuration ${id} does not follow its latest one: it was changed in between. Read it again.`,
        });
      }
      await connection.insert(versions).values(configuration);
    },
    archive: async (id) => {
      const archived = await connection
        .update(strategyConfigurations)
        .set({ isArchived: true })
        .where(and(eq(strategyConfigurations.id, id), eq(strategyConfigurations.isArchived, false)))
        .returning({ id: strategyConfigurations.id });
      return archived.length > 0;
    },
  };
}
