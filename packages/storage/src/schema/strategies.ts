import type { Json } from '@candor/domain/json';
import type { StrategyConfiguration } from '@candor/domain/ports/repositories';
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { document, instant } from './columns.ts';

export const strategyConfigurations = pgTable('strategy_configurations', {
  id: text().primaryKey(),
  latestVersion: integer().notNull(),
  isArchived: boolean().notNull().default(false),
});

export const strategyConfigurationVersions = pgTable(
  'strategy_configuration_versions',
  {
    id: text()
      .notNull()
      .references(() => strategyConfigurations.id),
    version: integer().notNull(),
    name: text().notNull(),
    strategy: text().notNull(),
    params: document().$type<StrategyConfiguration['params']>().notNull(),
    sizing: document().$type<StrategyConfiguration['sizing']>().notNull(),
    allowShort: boolean().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

export const strategyChecks = pgTable('strategy_checks', {
  sourceSha256: text().primaryKey(),
  path: text().notNull(),
  passed: boolean().notNull(),
  report: document().$type<Json>().notNull(),
  checkedAt: instant().notNull(),
});
