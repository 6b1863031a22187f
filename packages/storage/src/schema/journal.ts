import type { RecordedEvent } from '@candor/domain/events';
import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { document } from './columns.ts';
import { sessions } from './sessions.ts';

// The letters of the event are kept as they were; a text that the database cannot hold is mended before they are taken apart.
function fieldOf(name: 'sleeveId' | 'symbol' | 'at'): SQL {
  return sql.raw(`readable_event(event) ->> '${name}'`);
}

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
    sleeveId: text().generatedAlwaysAs(fieldOf('sleeveId')),
    symbol: text().generatedAlwaysAs(fieldOf('symbol')),
    /** Market time. */
    at: doublePrecision().generatedAlwaysAs(sql`(${fieldOf('at')})::float8`),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.seq] }),
    uniqueIndex('journal_event_once').on(table.sessionId, table.eventSeq),
    index('journal_by_type').on(table.accountId, table.type, table.seq),
    index('journal_by_order')
      .on(table.accountId, table.clientOrderId, table.seq)
      .where(sql`${table.clientOrderId} is not null`),
    index('journal_by_sleeve').on(table.sessionId, table.type, table.sleeveId, table.seq),
    index('journal_by_symbol').on(table.sessionId, table.type, table.symbol, table.seq),
    index('journal_by_market_time').on(table.sessionId, table.type, table.at, table.seq),
  ],
);

/** Events of a session that say the same, counted as they are appended: a journal of millions is not counted again to be looked at. */
export const journalTallies = pgTable(
  'journal_tallies',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    sleeveId: text().notNull(),
    type: text().$type<RecordedEvent['type']>().notNull(),
    code: text(),
    isAbstention: boolean().notNull(),
    count: integer().notNull(),
    /** Market time of the latest, and its words. */
    lastAt: doublePrecision().notNull(),
    example: text(),
  },
  (table) => [
    // Not a key, since many have no code.
    unique('journal_tallies_once')
      .on(table.sessionId, table.sleeveId, table.type, table.code, table.isAbstention)
      .nullsNotDistinct(),
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
