import type { Fill } from '@candor/domain/fill';
import { doublePrecision, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { instant, micros, rowNumber } from './columns.ts';
import { sessions } from './sessions.ts';

export const fills = pgTable(
  'fills',
  {
    seq: rowNumber(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    clientOrderId: text().notNull(),
    sequence: integer().notNull(),
    sleeveId: text().notNull(),
    symbol: text().notNull(),
    side: text().$type<Fill['side']>().notNull(),
    intent: text().$type<Fill['intent']>().notNull(),
    quantity: doublePrecision().notNull(),
    price: doublePrecision().notNull(),
    commissionMicros: micros().notNull(),
    slippageMicros: micros().notNull(),
    moment: text().$type<Fill['moment']>().notNull(),
    at: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('fills_once').on(table.accountId, table.clientOrderId, table.sequence),
    index('fills_by_account').on(table.accountId, table.seq),
    index('fills_by_session').on(table.sessionId, table.seq),
  ],
);
