import type { Quarantined } from '@candor/domain/quarantine';
import type { Timeframe } from '@candor/domain/timeframe';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, rowNumber } from './columns.ts';

export const quarantine = pgTable(
  'quarantine',
  {
    seq: rowNumber(),
    datasetId: text().notNull(),
    symbol: text().notNull(),
    timeframe: text().$type<Timeframe>().notNull(),
    source: text().notNull(),
    row: integer().notNull(),
    unit: text().$type<Quarantined['unit']>().notNull(),
    code: text().notNull(),
    reason: text().notNull(),
    raw: text().notNull(),
    recordedAt: instant().notNull(),
    /** Hash of what makes it the same row of the same source. */
    identity: text().notNull(),
  },
  (table) => [
    uniqueIndex('quarantine_once').on(table.datasetId, table.identity),
    index('quarantine_by_symbol').on(table.symbol, table.seq),
  ],
);
