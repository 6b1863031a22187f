import type { CsvHeader } from './csv-header.ts';
import { DATE, type TimestampKind, type TimestampReader, UNREADABLE } from './timestamp-reader.ts';

const ZERO = 48;
const DOT = 46;
const CARRIAGE_RETURN = 13;
const MOST_EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: MOST_EXACT_DIGITS + 1 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads rows that are written as nearly all rows are, a date and unsigned decimals with nothing around them, in one look at each byte.
 * Whatever is written otherwise is left to the slower way, so this one only has to be right, never complete.
 */
export class PlainRowReader {
  /** The numbers of the row by column; the value in the columns of date and time means nothing. */
  readonly values: Float64Array;
  kind: TimestampKind = UNREADABLE;
  readonly #bytes: Uint8Array;
  readonly #header: CsvHeader;
  readonly #timestamps: TimestampReader;

  constructor(bytes: Uint8Array, header: CsvHeader, timestamps: TimestampReader) {
    this.#bytes = bytes;
    this.#header = header;
    this.#timestamps = timestamps;
    this.values = new Float64Array(header.columnCount);
  }

  /** Returns the byte of the row's line end, or -1 for a row that is not plain. */
  read(rowStart: number): number {
    const bytes = this.#bytes;
    const values = this.values;
    const { columnCount, date, time, delimiter, newline } = this.#header;
    const end = bytes.length;
    let at = rowStart;
    for (let column = 0; column < columnCount; column++) {
      const start = at;
      if (column === date || column === time) {
        while (at < end && bytes[at] !== delimiter && bytes[at] !== newline) at++;
        if (!(column === date ? this.#readDate(start, at) : this.#readTime(start, at))) return -1;
      } else {
        let mantissa = 0;
        let pointAt = -1;
        for (; at < end; at++) {
          const digit = bytes[at]! - ZERO;
          if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
          else if (digit === DOT - ZERO && pointAt < 0) pointAt = at;
          else break;
        }
        const digits = at - start - (pointAt < 0 ? 0 : 1);
        // Up to 15 digits and their power of ten are exact doubles, and so the one division rounds correctly (Clinger 1990).
        if (digits === 0 || digits > MOST_EXACT_DIGITS) return -1;
        values[column] = pointAt < 0 ? mantissa : mantissa / POWERS_OF_TEN[at - 1 - pointAt]!;
      }
      if (column < columnCount - 1 && (at >= end || bytes[at++] !== delimiter)) return -1;
    }
    if (at < end && bytes[at] === CARRIAGE_RETURN && newline !== CARRIAGE_RETURN) at++;
    return at >= end || bytes[at] === newline ? at : -1;
  }

  #readDate(start: number, end: number): boolean {
    this.kind = this.#timestamps.read(this.#bytes, start, end);
    return this.kind !== UNREADABLE;
  }

  // A time of day completes the date before it; anything else about the two is not plain.
  #readTime(start: number, end: number): boolean {
    if (this.#header.date > this.#header.time! || this.kind !== DATE) return false;
    this.kind = this.#timestamps.addTime(this.#bytes, start, end);
    return this.kind !== UNREADABLE;
  }
}
