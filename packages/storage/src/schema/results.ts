import type { Trade } from '@candor/domain/trade';
import { doublePrecision, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, micros, rowNumber } from './columns.ts';
import { sessions } from './sessions.ts';

const sessionId = () =>
  text()
    .notNull()
    .references(() => sessions.id);

export const positions = pgTable(
  'positions',
  {
    sessionId: sessionId(),
    sleeveId: text().notNull(),
    symbol: text().notNull(),
    quantity: doublePrecision().notNull(),
    averagePrice: doublePrecision().notNull(),
    lastPrice: doublePrecision().notNull(),
    realizedMicros: micros().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.sleeveId, table.symbol] })],
);

export const equityPoints = pgTable(
  'equity_points',
  {
    sessionId: sessionId(),
    at: instant().notNull(),
    equityMicros: micros().notNull(),
    cashMicros: micros().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.at] })],
);

export const trades = pgTable(
  'trades',
  {
    seq: rowNumber(),
    sessionId: sessionId(),
    sleeveId: text().notNull(),
    symbol: text().notNull(),
    direction: text().$type<Trade['direction']>().notNull(),
    quantity: doublePrecision().notNull(),
    entryAt: instant().notNull(),
    entryPrice: doublePrecision().notNull(),
    exitAt: instant(),
    exitPrice: doublePrecision(),
    grossMicros: micros().notNull(),
    commissionMicros: micros().notNull(),
    slippageMicros: micros().notNull(),
    barsHeld: integer().notNull(),
    exitReason: text().$type<NonNullable<Trade['exitReason']>>(),
  },
  (table) => [index('trades_by_session').on(table.sessionId, table.seq)],
);
