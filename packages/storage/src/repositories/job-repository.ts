import type { JobRepository, JobRow, JobState } from '@candor/domain/ports/repositories';
import { and, desc, eq, exists, getTableColumns, inArray, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '../connection.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { orJsonNull } from '../schema/columns.ts';
import { jobs } from '../schema/jobs.ts';

const OVER: JobState[] = ['succeeded', 'failed', 'cancelled'];

export function createJobRepository(connection: Connection): JobRepository {
  // A result may be JSON's null, which the driver gives as it gives a missing one.
  const columns = { ...getTableColumns(jobs), hasResult: sql<boolean>`${jobs.result} is not null` };
  return {
    find: async (id) => {
      const [found] = await connection.select(columns).from(jobs).where(eq(jobs.id, id));
      return found && toRow(found);
    },

    list: async (page, where = {}) => {
      const rows = await connection
        .select(columns)
        .from(jobs)
        .where(
          and(
            page.after === undefined ? undefined : lt(jobs.seq, page.after),
            where.job === undefined ? undefined : eq(jobs.job, where.job),
            where.states === undefined ? undefined : inArray(jobs.state, [...where.states]),
          ),
        )
        .orderBy(desc(jobs.seq))
        .limit(rowsToRead(page));
      return pageOf(rows.map(toRow), page, ({ seq }) => seq);
    },

    add: async (row) => {
      const added = await connection
        .insert(jobs)
        .values({ ...row, input: orJsonNull(row.input), result: orMissing(row.result) })
        .onConflictDoNothing({ target: jobs.id })
        .returning({ id: jobs.id });
      return added.length > 0;
    },

    change: async (id, from, change) => {
      const { input, state, attempts, maxAttempts, requestedBy, createdAt } = change;
      const changed = await connection
        .update(jobs)
        .set({
          state: state ?? sql`${jobs.state}`,
          ...(input !== undefined && { input: orJsonNull(input) }),
          ...(attempts !== undefined && { attempts }),
          ...(maxAttempts !== undefined && { maxAttempts }),
          ...(requestedBy !== undefined && { requestedBy }),
          ...(createdAt !== undefined && { createdAt }),
          // A field that is named and undefined is emptied; one that is not named stays.
          ...('progress' in change && { progress: change.progress ?? null }),
          ...('result' in change && { result: orMissing(change.result) }),
          ...('error' in change && { error: change.error ?? null }),
          ...('cancelRequestedAt' in change && { cancelRequestedAt: change.cancelRequestedAt ?? null }),
          ...('startedAt' in change && { startedAt: change.startedAt ?? null }),
          ...('heartbeatAt' in change && { heartbeatAt: change.heartbeatAt ?? null }),
          ...('endedAt' in change && { endedAt: change.endedAt ?? null }),
        })
        .where(
          and(
            eq(jobs.id, id),
            inArray(jobs.state, [...from]),
            state === undefined ? undefined : or(sql`${jobs.state} not in ${OVER}`, eq(jobs.state, state)),
          ),
        )
        .returning({ id: jobs.id });
      return changed.length > 0;
    },

    prune: async (endedBefore) => {
      const later = alias(jobs, 'later');
      const hasLater = exists(
        connection
          .select({ seq: later.seq })
          .from(later)
          .where(and(eq(later.job, jobs.job), inArray(later.state, OVER), sql`${later.seq} > ${jobs.seq}`)),
      );
      const { rowCount } = await connection
        .delete(jobs)
        .where(and(inArray(jobs.state, OVER), lt(jobs.endedAt, endedBefore), hasLater));
      return rowCount ?? 0;
    },
  };
}

function orMissing(result: JobRow['result']) {
  return result === undefined ? null : orJsonNull(result);
}

function toRow({ hasResult, ...row }: typeof jobs.$inferSelect & { readonly hasResult: boolean }): JobRow {
  return {
    ...row,
    progress: row.progress ?? undefined,
    result: hasResult ? row.result : undefined,
    error: row.error ?? undefined,
    cancelRequestedAt: row.cancelRequestedAt ?? undefined,
    startedAt: row.startedAt ?? undefined,
    heartbeatAt: row.heartbeatAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  };
}
