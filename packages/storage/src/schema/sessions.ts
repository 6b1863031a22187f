import type { AccountSnapshot } from '@candor/domain/account';
import type { Json } from '@candor/domain/json';
import type { ReplayRow, SessionState } from '@candor/domain/ports/repositories';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { document, instant } from './columns.ts';
import { strategyConfigurationVersions } from './strategies.ts';

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    state: text().$type<SessionState>().notNull(),
    reason: text(),
    feed: document().$type<ReplayRow>().notNull(),
    codeVersion: text().notNull(),
    epoch: integer().notNull(),
    turn: integer().notNull(),
    position: integer().notNull(),
    length: integer().notNull(),
    snapshot: document().$type<Json>(),
    account: document().$type<AccountSnapshot>(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('sessions_one_active_per_account')
      .on(table.accountId)
      .where(sql`${table.state} in ('created', 'running', 'paused')`),
    index('sessions_by_account').on(table.accountId, table.seq),
    check(
      'sessions_state_is_known',
      sql`${table.state} in ('created', 'running', 'paused', 'finished', 'stopped', 'interrupted')`,
    ),
  ],
);

export const sleeves = pgTable(
  'sleeves',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    id: text().notNull(),
    /** Place in the fixed order in which sleeves decide. */
    place: integer().notNull(),
    configurationId: text().notNull(),
    configurationVersion: integer().notNull(),
    symbols: text().array().notNull(),
    capitalShare: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.id] }),
    foreignKey({
      name: 'sleeves_configuration_version',
      columns: [table.configurationId, table.configurationVersion],
      foreignColumns: [strategyConfigurationVersions.id, strategyConfigurationVersions.version],
    }),
  ],
);
