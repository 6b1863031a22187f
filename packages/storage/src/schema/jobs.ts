import type { Json } from '@candor/domain/json';
import type { JobRow, JobState } from '@candor/domain/ports/repositories';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { document, instant, rowNumber } from './columns.ts';

export const jobs = pgTable(
  'jobs',
  {
    seq: rowNumber(),
    id: text().notNull().unique(),
    job: text().notNull(),
    input: document().$type<Json>().notNull(),
    state: text().$type<JobState>().notNull(),
    progress: document().$type<NonNullable<JobRow['progress']>>(),
    result: document().$type<Json>(),
    error: document().$type<NonNullable<JobRow['error']>>(),
    attempts: integer().notNull(),
    maxAttempts: integer().notNull(),
    requestedBy: text().$type<JobRow['requestedBy']>().notNull(),
    cancelRequestedAt: instant(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    heartbeatAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    index('jobs_by_job').on(table.job, table.seq),
    index('jobs_unfinished').on(table.state).where(sql`${table.state} in ('queued', 'running')`),
    check('jobs_state_is_known', sql`${table.state} in ('queued', 'running', 'succeeded', 'failed', 'cancelled')`),
  ],
);
