import type { Instrument } from '@candor/domain/instrument';
import { boolean, doublePrecision, pgTable, text } from 'drizzle-orm/pg-core';

export const instruments = pgTable('instruments', {
  symbol: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Instrument['kind']>().notNull(),
  exchange: text().$type<Instrument['exchange']>().notNull(),
  currency: text().notNull(),
  tickSize: doublePrecision().notNull(),
  lotSize: doublePrecision().notNull(),
  fractional: boolean().notNull(),
  tradable: boolean().notNull(),
});
