import type { RawBarColumns, RowOrigin } from '@candor/domain/ports/market-data-provider';
import type { Quarantined } from '@candor/domain/quarantine';
import { type CsvHeader, readCsvHeader } from './csv-header.ts';
import { parseDecimal } from './parse-decimal.ts';
import { PlainRowReader } from './plain-row-reader.ts';
import { RowSplitter } from './row-splitter.ts';
import { DATE, type TimestampKind, TimestampReader, UNREADABLE } from './timestamp-reader.ts';

/** The rows of a bar file as numbers, oldest first where the file is newest first, times still as they are written. */
export interface CsvRows {
  /** `time` is an instant where `kind` says so, else a date or wall clock counted as if it were UTC. */
  readonly columns: RawBarColumns;
  /** One `TimestampKind` a row. */
  readonly kind: Uint8Array;
  readonly origin: RowOrigin;
  readonly unreadable: readonly Quarantined[];
  readonly notices: readonly string[];
}

const COMMA = 44;
const SPACE = 32;
const LONGEST_RAW = 200;
const ABSENT = /^(|-|null|none|nan|n\/a|na)$/i;

/**
 * Returns the rows of a bar CSV (RFC 4180, also with `;` or tabs, quotes, CRLF, a byte order mark; columns by their usual names in any
 * order). Every line that is not blank becomes a row or is listed with its reason. A quoted field ends on its own line.
 */
export function scanBarCsv(bytes: Uint8Array): CsvRows {
  const header = readCsvHeader(bytes);
  const timestamps = new TimestampReader();
  let rows = scanRows(bytes, header, timestamps);
  const notices = [...header.notices];
  if (timestamps.dayFirstProofs > 0 && timestamps.monthFirstProofs === 0) {
    timestamps.dayFirst = true;
    rows = scanRows(bytes, header, timestamps);
    notices.push('Dates with slashes are read day first, because some of them have no other meaning.');
  }
  if (reverseWhenNewestFirst(rows)) notices.push('The file is newest first; its rows were turned round.');
  const { lines, offsets, kind, unreadable, ...columns } = rows;
  return {
    columns,
    kind,
    origin: {
      lineOf: (row) => lines[row]!,
      rawOf: (row) => rawLine(bytes, offsets[row]!, header.newline),
    },
    unreadable,
    notices,
  };
}

interface ScannedRows extends RawBarColumns {
  readonly kind: Uint8Array;
  readonly lines: Uint32Array;
  /** Byte where each row begins. */
  readonly offsets: Uint32Array;
  readonly unreadable: Quarantined[];
}

function scanRows(bytes: Uint8Array, header: CsvHeader, timestamps: TimestampReader): ScannedRows {
  const { delimiter, newline, columnCount } = header;
  const plain = new PlainRowReader(bytes, header, timestamps);
  const splitter = new RowSplitter(bytes, columnCount, delimiter, newline);
  const { starts, ends } = splitter;
  let columns = allocate(estimateRows(bytes, header));
  const unreadable: Quarantined[] = [];
  let count = 0;
  let line = header.firstLine;

  for (let rowStart = header.rowsAt, rowEnd = 0; rowStart < bytes.length; rowStart = rowEnd + 1, line++) {
    if (count === columns.time.length) columns = grow(columns);
    rowEnd = plain.read(rowStart);
    if (rowEnd >= 0) {
      write(columns, count, header, plain.values, timestamps.ms, plain.kind);
      columns.lines[count] = line;
      columns.offsets[count] = rowStart;
      count++;
      continue;
    }
    rowEnd = splitter.split(rowStart);
    if (splitter.fields === 1 && isBlank(bytes, rowStart, rowEnd)) continue;

    // Empty fields after the last named one are a habit of some exporters; anything else there means that columns have shifted.
    const isWhole = splitter.fields >= columnCount && !splitter.hasMore && !splitter.hasOpenQuote;
    if (isWhole) {
      const stamp = readTime(bytes, header, starts, ends, timestamps);
      const values = Float64Array.from(starts, (start, field) =>
        parseDecimal(bytes, start, ends[field]!, delimiter === COMMA),
      );
      const isPriced = [header.open, header.high, header.low, header.close].every(
        (field) => !Number.isNaN(values[field]),
      );
      const hasVolume = header.volume === undefined || !Number.isNaN(values[header.volume]);
      if (stamp !== UNREADABLE && isPriced && (hasVolume || mayLackVolume(bytes, header, starts, ends))) {
        write(columns, count, header, values, timestamps.ms, stamp);
        columns.lines[count] = line;
        columns.offsets[count] = rowStart;
        count++;
        continue;
      }
    }
    unreadable.push({
      row: line,
      unit: 'line',
      ...(isWhole ? faultOf(bytes, header, starts, ends, timestamps) : shapeFaultOf(splitter, columnCount)),
      raw: rawLine(bytes, rowStart, newline),
    });
  }
  return { ...cut(columns, count), unreadable };
}

function write(
  columns: Growing,
  row: number,
  { open, high, low, close, volume }: CsvHeader,
  values: Float64Array,
  ms: number,
  kind: TimestampKind,
): void {
  columns.time[row] = ms;
  columns.open[row] = values[open]!;
  columns.high[row] = values[high]!;
  columns.low[row] = values[low]!;
  columns.close[row] = values[close]!;
  columns.volume[row] = volume === undefined ? Number.NaN : values[volume]!;
  columns.kind[row] = kind;
}

function readTime(
  bytes: Uint8Array,
  { date, time }: CsvHeader,
  starts: Int32Array,
  ends: Int32Array,
  timestamps: TimestampReader,
): TimestampKind {
  const stamp = timestamps.read(bytes, starts[date]!, ends[date]!);
  return time === undefined || stamp !== DATE ? stamp : timestamps.addTime(bytes, starts[time]!, ends[time]!);
}

// A volume that a source leaves out is unknown; whether that may be is for validation to say.
function mayLackVolume(bytes: Uint8Array, { volume }: CsvHeader, starts: Int32Array, ends: Int32Array): boolean {
  if (volume === undefined || starts[volume] === ends[volume]) return true;
  return ABSENT.test(new TextDecoder().decode(bytes.subarray(starts[volume], ends[volume])));
}

type Fault = Pick<Quarantined, 'code' | 'reason'>;

function shapeFaultOf({ hasOpenQuote, fields }: RowSplitter, columnCount: number): Fault {
  return hasOpenQuote
    ? { code: 'UNCLOSED_QUOTE', reason: 'A quote is opened on this line and not closed.' }
    : { code: 'FIELD_COUNT', reason: `The row has ${fields} fields; the header names ${columnCount}.` };
}

function faultOf(
  bytes: Uint8Array,
  header: CsvHeader,
  starts: Int32Array,
  ends: Int32Array,
  timestamps: TimestampReader,
): Fault {
  const textOf = (field: number) => new TextDecoder().decode(bytes.subarray(starts[field]!, ends[field]!)).slice(0, 40);
  const { date, time } = header;
  if (readTime(bytes, header, starts, ends, timestamps) === UNREADABLE) {
    const text = time === undefined ? textOf(date) : `${textOf(date)} ${textOf(time)}`.trim();
    return ABSENT.test(text)
      ? { code: 'MISSING_VALUE', reason: 'The date is missing.' }
      : { code: 'BAD_TIME', reason: `The date is "${text}"; write it as 2014-01-31 or 2014-01-31 09:30.` };
  }
  for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) {
    const field = header[name];
    if (field === undefined) continue;
    if (!Number.isNaN(parseDecimal(bytes, starts[field]!, ends[field]!, header.delimiter === COMMA))) continue;
    const text = textOf(field);
    if (!ABSENT.test(text)) {
      const reason = `The ${name} is "${text}"; write it as a plain number with a decimal point.`;
      return { code: 'NOT_A_NUMBER', reason };
    }
    if (name !== 'volume') return { code: 'MISSING_VALUE', reason: `The ${name} is missing.` };
  }
  return { code: 'UNREADABLE', reason: 'The row cannot be read.' };
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > SPACE) return false;
  return true;
}

function rawLine(bytes: Uint8Array, start: number, newline: number): string {
  const found = bytes.indexOf(newline, start);
  const end = Math.min(found < 0 ? bytes.length : found, start + LONGEST_RAW);
  return new TextDecoder().decode(bytes.subarray(start, end)).trimEnd();
}

function estimateRows(bytes: Uint8Array, { rowsAt, newline }: CsvHeader): number {
  const sampleEnd = Math.min(bytes.length, rowsAt + 65_536);
  let rows = 1;
  for (let at = rowsAt; at < sampleEnd; at++) if (bytes[at] === newline) rows++;
  return Math.ceil(((bytes.length - rowsAt) / Math.max(1, sampleEnd - rowsAt)) * rows * 1.05) + 1;
}

type Growing = Omit<ScannedRows, 'unreadable'>;

function allocate(rows: number): Growing {
  return {
    time: new Float64Array(rows),
    open: new Float64Array(rows),
    high: new Float64Array(rows),
    low: new Float64Array(rows),
    close: new Float64Array(rows),
    volume: new Float64Array(rows),
    kind: new Uint8Array(rows),
    lines: new Uint32Array(rows),
    offsets: new Uint32Array(rows),
  };
}

function grow(columns: Growing): Growing {
  const larger = allocate(columns.time.length * 2);
  for (const name of Object.keys(columns) as (keyof Growing)[]) larger[name].set(columns[name]);
  return larger;
}

function cut(columns: Growing, rows: number): Growing {
  return {
    time: columns.time.subarray(0, rows),
    open: columns.open.subarray(0, rows),
    high: columns.high.subarray(0, rows),
    low: columns.low.subarray(0, rows),
    close: columns.close.subarray(0, rows),
    volume: columns.volume.subarray(0, rows),
    kind: columns.kind.subarray(0, rows),
    lines: columns.lines.subarray(0, rows),
    offsets: columns.offsets.subarray(0, rows),
  };
}

// A stray row does not hide the direction of a file: nine steps in ten must lead back in time.
function reverseWhenNewestFirst(rows: ScannedRows): boolean {
  let back = 0;
  for (let i = 1; i < rows.time.length; i++) if (rows.time[i]! < rows.time[i - 1]!) back++;
  if (back === 0 || back < (rows.time.length - 1) * 0.9) return false;
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'kind', 'lines', 'offsets'] as const) {
    rows[name].reverse();
  }
  return true;
}
