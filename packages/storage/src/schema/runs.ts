import type { Json } from '@candor/domain/json';
import type { Trial } from '@candor/domain/ports/repositories';
import type { RunManifest } from '@candor/domain/run-manifest';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { document, instant, rowNumber } from './columns.ts';

export const runs = pgTable(
  'runs',
  {
    seq: rowNumber(),
    id: text().notNull().unique(),
    jobId: text(),
    symbol: text().notNull(),
    strategy: text().notNull(),
    manifest: document().$type<RunManifest>().notNull(),
    document: document().$type<Json>().notNull(),
    headline: document().$type<Json>().notNull(),
    fingerprint: text().notNull(),
    tags: text().array().notNull(),
    note: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index('runs_by_symbol').on(table.symbol, table.seq),
    index('runs_by_strategy').on(table.strategy, table.seq),
    index('runs_by_tag').using('gin', table.tags),
  ],
);

/** What was tried on which data. Rows are only ever added. */
export const trials = pgTable(
  'trials',
  {
    seq: rowNumber(),
    dataset: text().notNull(),
    firstSession: integer().notNull(),
    lastSession: integer().notNull(),
    configurationSha256: text().notNull(),
    by: text().$type<Trial['by']>().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    uniqueIndex('trials_once').on(table.dataset, table.configurationSha256, table.firstSession, table.lastSession),
  ],
);
