import type { Json } from '@candor/domain/json';
import type { AccountRow } from '@candor/domain/ports/repositories';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { document, instant, micros } from './columns.ts';

export const accounts = pgTable('accounts', {
  id: text().primaryKey(),
  name: text().notNull(),
  type: text().$type<AccountRow['type']>().notNull(),
  startCashMicros: micros().notNull(),
  limits: document().$type<AccountRow['limits']>().notNull(),
  costs: document().$type<Json>().notNull(),
  execution: document().$type<AccountRow['execution']>().notNull(),
  halts: document().$type<AccountRow['halts']>().notNull(),
  createdAt: instant().notNull(),
  archivedAt: instant(),
});
