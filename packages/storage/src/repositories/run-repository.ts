import type { RunRepository } from '@candor/domain/ports/repositories';
import { and, arrayContains, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { orJsonNull } from '../schema/columns.ts';
import { runs } from '../schema/runs.ts';

export function createRunRepository(connection: Connection): RunRepository {
  const { id, jobId, manifest, document, fingerprint, tags, note, createdAt, seq, headline } = runs;
  const labelled = { id, jobId, manifest, fingerprint, tags, note, createdAt };
  return {
    find: async (wanted) => {
      const [found] = await connection
        .select({ ...labelled, document })
        .from(runs)
        .where(eq(runs.id, wanted));
      return found && { ...found, jobId: found.jobId ?? undefined };
    },

    list: async (page, where = {}) => {
      const rows = await connection
        .select({ ...labelled, seq, headline })
        .from(runs)
        .where(
          and(
            page.after === undefined ? undefined : lt(runs.seq, page.after),
            where.symbol === undefined ? undefined : eq(runs.symbol, where.symbol),
            where.strategy === undefined ? undefined : eq(runs.strategy, where.strategy),
            where.tag === undefined ? undefined : arrayContains(runs.tags, [where.tag]),
          ),
        )
        .orderBy(desc(runs.seq))
        .limit(rowsToRead(page));
      return pageOf(
        rows.map((row) => ({ ...row, jobId: row.jobId ?? undefined })),
        page,
        ({ seq }) => seq,
      );
    },

    save: async (run, headline) => {
      await connection
        .insert(runs)
        .values({
          ...run,
          symbol: run.manifest.data.symbol,
          strategy: run.manifest.strategy.id,
          document: run.document instanceof Uint8Array ? writtenJson(run.document) : orJsonNull(run.document),
          headline: orJsonNull(headline),
          tags: [...run.tags],
        })
        .onConflictDoNothing();
    },

    label: async (wanted, change) => {
      const changed = await connection
        .update(runs)
        .set({
          note: change.note ?? sql`${runs.note}`,
          ...(change.tags !== undefined && { tags: [...change.tags] }),
        })
        .where(eq(runs.id, wanted))
        .returning({ id });
      return changed.length > 0;
    },

    delete: async (wanted) => {
      const deleted = await connection.delete(runs).where(eq(runs.id, wanted)).returning({ id });
      return deleted.length > 0;
    },
  };
}

/** PostgreSQL's binary form of `json` is its text, so bytes go to it as they are. */
function writtenJson({ buffer, byteOffset, byteLength }: Uint8Array): SQL {
  return sql`${Buffer.from(buffer, byteOffset, byteLength)}`;
}
