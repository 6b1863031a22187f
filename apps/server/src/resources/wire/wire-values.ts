import type { Json } from '@candor/domain/json';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';

/** UTC ISO-8601 with milliseconds. */
export const WireInstant = z.iso.datetime({ precision: 3 });

/** A session of the exchange, `YYYY-MM-DD`. */
export const WireDay = z.iso.date();

/** Any JSON value. */
export const WireJson: z.ZodType<Json> = z.json();

/** Returns a number as it may leave the house: null where it is missing, which NaN and the infinities are too. */
export function wireNumber(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

/** Returns an instant as text, or null where there is none. */
export function wireInstant(instantMs: number | undefined): string | null {
  return instantMs === undefined ? null : isoFromInstant(instantMs);
}

/** Returns numbers by name as they may leave the house. */
export function wireNumbers(values: Readonly<Record<string, number>>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wireNumber(value)]));
}
