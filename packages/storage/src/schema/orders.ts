import type { Json } from '@candor/domain/json';
import type { OrderStatus } from '@candor/domain/order-state';
import { sql } from 'drizzle-orm';
import { boolean, doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { document, instant, rowNumber } from './columns.ts';
import { sessions } from './sessions.ts';

export const orders = pgTable(
  'orders',
  {
    seq: rowNumber(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    clientOrderId: text().notNull(),
    symbol: text().notNull(),
    status: text().$type<OrderStatus>().notNull(),
    filledQuantity: doublePrecision().notNull(),
    averageFillPrice: doublePrecision(),
    triggered: boolean().notNull(),
    reason: text(),
    /** As it was approved. */
    order: document().$type<Json>().notNull(),
    recordedAt: instant().notNull(),
    sentAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('orders_once').on(table.accountId, table.clientOrderId),
    index('orders_by_account').on(table.accountId, table.seq),
    index('orders_by_session').on(table.sessionId, table.seq),
    index('orders_by_symbol').on(table.symbol, table.seq),
    index('orders_open').on(table.seq).where(sql`${table.status} in ('working', 'partially-filled')`),
  ],
);
