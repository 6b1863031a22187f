import { MS_PER_DAY, MS_PER_MINUTE } from '@candor/domain/time';

/** What a field turned out to say: nothing readable, a date, a wall clock without a zone, or an instant. */
export const UNREADABLE = 0;
export const DATE = 1;
export const WALL_CLOCK = 2;
export const INSTANT = 3;
export type TimestampKind = 0 | 1 | 2 | 3;

const ZERO = 48;
const MINUS = 45;
const PLUS = 43;
const SLASH = 47;
const DOT = 46;
const COLON = 58;
const SPACE = 32;
const LETTER_T = 84;
const LETTER_Z = 90;
const MS_PER_SECOND = 1000;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads the date forms of bar files from bytes, without allocating: 2014-01-31, 2014/01/31, 01/31/2014, 31.01.2014, 20140131, each with or
 * without `HH:MM[:SS[.fff]]` after a space or T and Z or an offset after that, and counts of seconds or milliseconds since 1970.
 */
export class TimestampReader {
  /** What was read last: milliseconds since 1970 of the instant, or of the date or wall clock as if it were UTC. */
  ms = 0;
  /** Whether 01/02/2014 is read as the first of February. */
  dayFirst = false;
  /** Dates with slashes seen that only make sense day first, and only month first. */
  dayFirstProofs = 0;
  monthFirstProofs = 0;
  #at = 0;

  read(bytes: Uint8Array, start: number, end: number): TimestampKind {
    this.#at = start;
    const first = this.#integer(bytes, end);
    const firstDigits = this.#at - start;
    if (firstDigits === 0) return UNREADABLE;
    if (this.#at === end) return this.#bareNumber(first, firstDigits);

    const separator = bytes[this.#at++]!;
    if (separator === SPACE && firstDigits === 8) {
      if (!this.#date(Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100)) return UNREADABLE;
      return this.#timeOfDay(bytes, end);
    }
    if (separator !== MINUS && separator !== SLASH && separator !== DOT) return UNREADABLE;
    const second = this.#shortInteger(bytes, end);
    if (second < 0 || bytes[this.#at++] !== separator) return UNREADABLE;
    const thirdStart = this.#at;
    const third = this.#integer(bytes, end);
    const thirdDigits = this.#at - thirdStart;

    let isDate = false;
    if (firstDigits === 4 && thirdDigits <= 2 && separator !== DOT) isDate = this.#date(first, second, third);
    else if (firstDigits > 2 || thirdDigits !== 4) return UNREADABLE;
    else if (separator === DOT) isDate = this.#date(third, second, first);
    else if (separator === SLASH) isDate = this.#slashDate(first, second, third);
    if (!isDate) return UNREADABLE;
    if (this.#at === end) return DATE;
    const between = bytes[this.#at++]!;
    return between === LETTER_T || between === SPACE ? this.#timeOfDay(bytes, end) : UNREADABLE;
  }

  /** Reads a time of day that has a column of its own (`HH:MM[:SS]`, HHMM or HHMMSS) and adds it to the date read before. */
  addTime(bytes: Uint8Array, start: number, end: number): TimestampKind {
    this.#at = start;
    const digits = this.#integer(bytes, end);
    const length = this.#at - start;
    if (this.#at === end && (length === 4 || length === 6)) {
      const hhmmss = length === 4 ? digits * 100 : digits;
      return this.#addClock(Math.floor(hhmmss / 10_000), Math.floor(hhmmss / 100) % 100, hhmmss % 100, 0);
    }
    this.#at = start;
    return this.#timeOfDay(bytes, end);
  }

  #slashDate(first: number, second: number, year: number): boolean {
    if (first > 12 && second <= 12) this.dayFirstProofs++;
    if (second > 12 && first <= 12) this.monthFirstProofs++;
    return this.dayFirst ? this.#date(year, second, first) : this.#date(year, first, second);
  }

  #bareNumber(value: number, digits: number): TimestampKind {
    if (digits === 8) {
      return this.#date(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100) ? DATE : UNREADABLE;
    }
    if (digits === 9 || digits === 10) this.ms = value * MS_PER_SECOND;
    else if (digits === 12 || digits === 13) this.ms = value;
    else return UNREADABLE;
    return INSTANT;
  }

  #date(year: number, month: number, day: number): boolean {
    if (month < 1 || month > 12 || day < 1 || day > DAYS_IN_MONTH[month - 1]! || year < 1000 || year > 9999)
      return false;
    if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return false;
    // Days from the civil date (H. Hinnant, chrono-compatible low-level date algorithms): years begin in March, so leap days come last.
    const shifted = month <= 2 ? year - 1 : year;
    const dayOfYear = Math.trunc((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
    const days =
      shifted * 365 + Math.trunc(shifted / 4) - Math.trunc(shifted / 100) + Math.trunc(shifted / 400) + dayOfYear;
    this.ms = (days - 719_468) * MS_PER_DAY;
    return true;
  }

  #timeOfDay(bytes: Uint8Array, end: number): TimestampKind {
    const hour = this.#shortInteger(bytes, end);
    if (hour < 0 || bytes[this.#at++] !== COLON) return UNREADABLE;
    const minute = this.#shortInteger(bytes, end);
    if (minute < 0) return UNREADABLE;
    let second = 0;
    let millisecond = 0;
    if (this.#at < end && bytes[this.#at] === COLON) {
      this.#at++;
      second = this.#shortInteger(bytes, end);
      if (second < 0) return UNREADABLE;
      if (this.#at < end && bytes[this.#at] === DOT) {
        const start = ++this.#at;
        const fraction = this.#integer(bytes, end);
        if (this.#at === start) return UNREADABLE;
        millisecond = Math.floor((fraction / 10 ** (this.#at - start)) * MS_PER_SECOND + 1e-6);
      }
    }
    if (this.#addClock(hour, minute, second, millisecond) === UNREADABLE) return UNREADABLE;
    return this.#at === end ? WALL_CLOCK : this.#zone(bytes, end);
  }

  #addClock(hour: number, minute: number, second: number, millisecond: number): TimestampKind {
    if (hour > 23 || minute > 59 || second > 59) return UNREADABLE;
    this.ms += (hour * 60 + minute) * MS_PER_MINUTE + second * MS_PER_SECOND + millisecond;
    return WALL_CLOCK;
  }

  #zone(bytes: Uint8Array, end: number): TimestampKind {
    if (bytes[this.#at] === SPACE) this.#at++;
    const sign = bytes[this.#at++];
    if (sign === LETTER_Z) return this.#at === end ? INSTANT : UNREADABLE;
    if (sign !== PLUS && sign !== MINUS) return UNREADABLE;
    const hours = this.#shortInteger(bytes, end);
    if (this.#at < end && bytes[this.#at] === COLON) this.#at++;
    const minutes = this.#at === end ? 0 : this.#shortInteger(bytes, end);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || this.#at !== end) return UNREADABLE;
    this.ms -= (sign === PLUS ? 1 : -1) * (hours * 60 + minutes) * MS_PER_MINUTE;
    return INSTANT;
  }

  #integer(bytes: Uint8Array, end: number): number {
    let value = 0;
    let at = this.#at;
    for (; at < end; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#at = at;
    return value;
  }

  // One or two digits; -1 where there is none.
  #shortInteger(bytes: Uint8Array, end: number): number {
    let value = -1;
    for (let taken = 0; taken < 2 && this.#at < end; taken++) {
      const digit = bytes[this.#at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value < 0 ? digit : value * 10 + digit;
      this.#at++;
    }
    return value;
  }
}
