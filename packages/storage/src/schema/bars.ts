import type { Instrument } from '@candor/domain/instrument';
import type { Provenance } from '@candor/domain/ports/market-data-provider';
import type { Timeframe } from '@candor/domain/timeframe';
import { doublePrecision, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { document } from './columns.ts';

export const datasets = pgTable('datasets', {
  /** Stands for the id in every bar, which would otherwise be longer than its prices. */
  key: integer().primaryKey().generatedAlwaysAsIdentity(),
  id: text().notNull().unique(),
  symbol: text().notNull(),
  timeframe: text().$type<Timeframe>().notNull(),
  provider: text().notNull(),
  /** As the latest batch describes it. */
  instrument: document().$type<Instrument>().notNull(),
  /** Of the latest batch. */
  provenanceKey: integer(),
  bars: integer().notNull().default(0),
  firstSession: integer(),
  lastSession: integer(),
});

export const provenances = pgTable(
  'provenances',
  {
    key: integer().primaryKey().generatedAlwaysAsIdentity(),
    datasetKey: integer()
      .notNull()
      .references(() => datasets.key),
    sha256: text().notNull(),
    provenance: document().$type<Provenance>().notNull(),
  },
  (table) => [uniqueIndex('provenances_once').on(table.datasetKey, table.sha256)],
);

/**
 * Prices as the doubles they are, NaN where the source reports no volume. Without foreign keys: they are checked row by row, and the only
 * writer holds the lock of the dataset's row.
 */
export const bars = pgTable(
  'bars',
  {
    /** Opening instant, UTC milliseconds. */
    time: doublePrecision().notNull(),
    open: doublePrecision().notNull(),
    high: doublePrecision().notNull(),
    low: doublePrecision().notNull(),
    close: doublePrecision().notNull(),
    volume: doublePrecision().notNull(),
    session: integer().notNull(),
    datasetKey: integer().notNull(),
    provenanceKey: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.datasetKey, table.time] })],
);
