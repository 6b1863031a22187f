import type { RecordedEvent } from '@candor/domain/events';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { document } from './columns.ts';
import { sessions } from './sessions.ts';

/** Append-only: a trigger refuses to change, delete or empty it. */
export const journal = pgTable(
  'journal',
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    seq: bigint({ mode: 'number' }).notNull(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    /** The canonical JSON that was hashed, letter by letter. */
    event: document().$type<RecordedEvent>().notNull(),
    hash: text().notNull(),
    /** The rest is taken from the event, to be searched by. */
    eventSeq: integer().notNull(),
    type: text().$type<RecordedEvent['type']>().notNull(),
    clientOrderId: text(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.seq] }),
    uniqueIndex('journal_event_once').on(table.sessionId, table.eventSeq),
    index('journal_by_type').on(table.accountId, table.type, table.seq),
    index('journal_by_order')
      .on(table.accountId, table.clientOrderId, table.seq)
      .where(sql`${table.clientOrderId} is not null`),
  ],
);

/** The end of each account's chain. Its row is locked while entries are appended, and shows when some at the end are missing. */
export const journalHeads = pgTable('journal_heads', {
  accountId: text()
    .primaryKey()
    .references(() => accounts.id),
  entries: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});
