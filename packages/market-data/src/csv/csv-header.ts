import { CandorError } from '@candor/domain/candor-error';
import { nearest } from '@candor/domain/nearest';

/** How a bar file is written, and which of its columns says what. */
export interface CsvHeader {
  readonly delimiter: number;
  readonly newline: number;
  /** Byte and 1-based line where the rows begin. */
  readonly rowsAt: number;
  readonly firstLine: number;
  readonly columnCount: number;
  readonly date: number;
  /** A time of day with a column of its own. */
  readonly time: number | undefined;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number | undefined;
  readonly notices: readonly string[];
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const DELIMITERS = [',', ';', '\t'] as const;
const LONGEST_HEADER = 65_536;

type Role = 'date' | 'time' | 'open' | 'high' | 'low' | 'close' | 'adjusted' | 'volume';

// The first name of a role that a file has is the one that counts.
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  date: ['datetime', 'timestamp', 'date', 'timestamputc', 'datetimeutc', 'day'],
  time: ['time'],
  open: ['open', 'o'],
  high: ['high', 'h'],
  low: ['low', 'l'],
  close: ['close', 'c', 'last', 'price'],
  adjusted: ['adjclose', 'adjustedclose'],
  volume: ['volume', 'vol', 'v'],
};

/** Returns the layout of a bar file from its first line. Throws `market-data.not-text` and `market-data.bad-header`, each naming what is missing. */
export function readCsvHeader(bytes: Uint8Array): CsvHeader {
  refuseBinary(bytes);
  const newline = bytes.subarray(0, LONGEST_HEADER).includes(NEWLINE) ? NEWLINE : CARRIAGE_RETURN;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 0;
  let text = '';
  while (text === '' && at < bytes.length) {
    const found = bytes.indexOf(newline, at);
    const end = found < 0 ? bytes.length : found;
    text = new TextDecoder().decode(bytes.subarray(at, Math.min(end, at + LONGEST_HEADER))).trimEnd();
    at = end + 1;
    line++;
  }
  const delimiter = DELIMITERS.toSorted((a, b) => text.split(b).length - text.split(a).length)[0]!;
  const names = text.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  const keys = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const columnOf = (role: Role): number | undefined => {
    for (const name of NAMES[role]) if (keys.includes(name)) return keys.indexOf(name);
    return undefined;
  };

  const time = columnOf('time');
  const date = columnOf('date') ?? time ?? (names[0] === '' && names.length > 1 ? 0 : undefined);
  const missing: string[] = date === undefined ? ['date'] : [];
  for (const role of ['open', 'high', 'low', 'close'] as const) if (columnOf(role) === undefined) missing.push(role);
  if (missing.length > 0) throw badHeader(missing, names, text);

  const volume = columnOf('volume');
  const used = [date, time, columnOf('open'), columnOf('high'), columnOf('low'), columnOf('close'), volume];
  return {
    delimiter: delimiter.charCodeAt(0),
    newline,
    rowsAt: at,
    firstLine: line + 1,
    columnCount: names.length,
    date: date!,
    time: time === date ? undefined : time,
    open: columnOf('open')!,
    high: columnOf('high')!,
    low: columnOf('low')!,
    close: columnOf('close')!,
    volume,
    notices: noticesOf(names, used, columnOf('adjusted'), volume),
  };
}

function noticesOf(
  names: readonly string[],
  used: readonly (number | undefined)[],
  adjusted: number | undefined,
  volume: number | undefined,
): string[] {
  const notices: string[] = [];
  if (adjusted !== undefined) {
    notices.push(
      `The column "${names[adjusted]}" is there but not used: prices are taken as the open, high, low and close columns have them.`,
    );
  }
  if (volume === undefined) notices.push('There is no volume column: volume is unknown throughout, not zero.');
  const ignored = names.filter((name, column) => name !== '' && column !== adjusted && !used.includes(column));
  if (ignored.length > 0) notices.push(`Columns not used: ${ignored.join(', ')}.`);
  return notices;
}

function badHeader(missing: readonly string[], names: readonly string[], text: string): CandorError {
  const known = Object.values(NAMES).flat();
  const unknown = names.filter((name) => name !== '' && !known.includes(name.toLowerCase()));
  const slip = missing.map((role) => nearest(role, unknown)).find((name) => name !== undefined);
  const hint = /^["\s]*[\d.-]+/.test(text) ? ' It looks like data.' : slip ? ` Is "${slip}" a slip?` : '';
  return new CandorError('market-data.bad-header', {
    kind: 'invalid',
    message: `The first line must name the columns and has none for ${missing.join(', ')}. It reads "${text.slice(0, 120)}".${hint} A good one is "date,open,high,low,close,volume".`,
  });
}

function refuseBinary(bytes: Uint8Array): void {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked && !bytes.subarray(0, 4096).includes(0)) return;
  throw new CandorError('market-data.not-text', {
    kind: 'invalid',
    message: isPacked
      ? 'The file is compressed with gzip. Unpack it first.'
      : 'The file is not UTF-8 text: it holds zero bytes. Save it as CSV in UTF-8.',
  });
}
