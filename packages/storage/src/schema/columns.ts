import type { Json } from '@candor/domain/json';
import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, doublePrecision } from 'drizzle-orm/pg-core';

/** An instant in UTC milliseconds. */
export const instant = () => bigint({ mode: 'number' });

/** A row number of a list that pages are asked from. */
export const rowNumber = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** An amount in micro-dollars, an integer held in a double as everywhere else. */
export const micros = () => doublePrecision();

/** JSON as it was written: `jsonb` would sort the keys, rewrite the numbers and refuse some texts. */
export const document = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (parsed) => parsed,
});

/** Returns what is to be written for a value that may be JSON's null, which is not a missing one. */
export function orJsonNull<Value extends Json>(value: Value): Value | SQL {
  return value === null ? sql`'null'::json` : value;
}
