import type { IdempotencyRow } from '@candor/domain/ports/repositories';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { document, instant } from './columns.ts';

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: text().notNull(),
    operation: text().notNull(),
    requestSha256: text().notNull(),
    answer: document().$type<NonNullable<IdempotencyRow['answer']>>(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.operation] }),
    index('idempotency_keys_by_age').on(table.createdAt),
  ],
);
