import { CandorError } from './candor-error.ts';

export const MS_PER_DAY = 86_400_000;
export const MS_PER_MINUTE = 60_000;

/** Days since 1970-01-01 of a calendar date: the ordinal under which an exchange session is known everywhere. */
export type SessionDay = number;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns the day number of a `YYYY-MM-DD` date. Throws `time.bad-date` for anything else, 2024-02-30 included. */
export function dayFromIso(text: string): SessionDay {
  const match = ISO_DATE.exec(text);
  if (match) {
    const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
    if (new Date(ms).toISOString().startsWith(text)) return ms / MS_PER_DAY;
  }
  throw new CandorError('time.bad-date', {
    kind: 'invalid',
    message: `"${text}" is not a date. Write it as YYYY-MM-DD, for example 2014-01-31.`,
  });
}

/** Returns the day number of a civil date; months run from 1. */
export function dayFromCivil(year: number, month: number, day: number): SessionDay {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** Returns a day number as `YYYY-MM-DD`. */
export function isoFromDay(day: SessionDay): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Returns an instant as UTC ISO-8601 with milliseconds, the form of the wire. */
export function isoFromInstant(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

/** Returns 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: SessionDay): number {
  return (((day + 4) % 7) + 7) % 7;
}
