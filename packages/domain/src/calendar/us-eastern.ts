import { dayFromCivil, MS_PER_DAY, type SessionDay, weekdayOf } from '../time.ts';

const MS_PER_HOUR = 3_600_000;
const STANDARD_MS = -5 * MS_PER_HOUR;
const DAYLIGHT_MS = -4 * MS_PER_HOUR;
// Clocks change at 02:00 local: 07:00 UTC going forward (from UTC-5), 06:00 UTC going back (from UTC-4).
const FORWARD_AT_MS = 2 * MS_PER_HOUR - STANDARD_MS;
const BACK_AT_MS = 2 * MS_PER_HOUR - DAYLIGHT_MS;

/**
 * Returns what is added to UTC to get the New York wall clock at an instant, in milliseconds: -5 h, or -4 h in summer.
 * Rules of 15 U.S.C. 260a: from 1987 the first Sunday of April to the last of October, from 2007 the second Sunday of March to the first
 * of November. Years before 1987 follow the rule of 1987, which is not what clocks did then.
 */
export function usEasternOffsetMs(instantMs: number): number {
  const year = new Date(instantMs).getUTCFullYear();
  const isSummer =
    instantMs >= daylightStart(year) * MS_PER_DAY + FORWARD_AT_MS &&
    instantMs < daylightEnd(year) * MS_PER_DAY + BACK_AT_MS;
  return isSummer ? DAYLIGHT_MS : STANDARD_MS;
}

/**
 * Returns the instant of a New York wall clock, both in milliseconds; the wall clock is counted as if it were UTC.
 * An hour that clocks skip is read with the winter offset, an hour that they repeat is its first occurrence.
 */
export function instantFromUsEastern(wallMs: number): number {
  const year = new Date(wallMs).getUTCFullYear();
  const isSummer =
    wallMs >= daylightStart(year) * MS_PER_DAY + 3 * MS_PER_HOUR &&
    wallMs < daylightEnd(year) * MS_PER_DAY + 2 * MS_PER_HOUR;
  return wallMs - (isSummer ? DAYLIGHT_MS : STANDARD_MS);
}

function daylightStart(year: number): SessionDay {
  return year >= 2007 ? sundayOnOrAfter(dayFromCivil(year, 3, 8)) : sundayOnOrAfter(dayFromCivil(year, 4, 1));
}

function daylightEnd(year: number): SessionDay {
  return year >= 2007 ? sundayOnOrAfter(dayFromCivil(year, 11, 1)) : sundayOnOrAfter(dayFromCivil(year, 10, 25));
}

function sundayOnOrAfter(day: SessionDay): SessionDay {
  return day + ((7 - weekdayOf(day)) % 7);
}
