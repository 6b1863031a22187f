import { read, type Schemas } from '@/lib/api/client';

/** What the server takes at once. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface CsvTerms {
  readonly symbol: string;
  /** Told from the spacing of the rows where it is not said. */
  readonly timeframe: string | undefined;
  readonly exchange: 'XNYS' | 'ALWAYS';
  readonly zone: 'exchange' | 'UTC';
}

export type ImportResult = Schemas['ImportsCreateOutput'];

/** The fields of the form that a fault can belong to. */
export type ImportField = 'file' | 'symbol' | 'timeframe' | 'exchange' | 'zone';

const FIELD_OF_CODE: Readonly<Record<string, ImportField>> = {
  'imports.symbol-taken': 'symbol',
  'imports.other-exchange': 'exchange',
  'imports.no-bars': 'file',
  'market-data.bad-header': 'file',
  'market-data.not-text': 'file',
  'http.not-text': 'file',
  'http.too-large': 'file',
  'market-data.unsupported-timeframe': 'timeframe',
};

/** Sends a file as it is, byte for byte, and returns what became of each of its rows. Errors are those of `read`. */
export async function sendCsv(file: File, { symbol, timeframe, exchange, zone }: CsvTerms): Promise<ImportResult> {
  const query = new URLSearchParams({ symbol, exchange, zone, fileName: file.name.slice(-200) });
  if (timeframe !== undefined) query.set('timeframe', timeframe);
  return read(
    (async () => {
      const response = await fetch(`/api/imports?${query}`, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'text/csv' },
        body: file,
      });
      const answer: unknown = await response.json().catch(() => undefined);
      return response.ok ? { data: answer as ImportResult, response } : { error: answer, response };
    })(),
  );
}

/** Returns which field of the form a refusal is about, each with its sentence; undefined where it is about none. */
export function faultsByField(problem: Schemas['Problem']): Partial<Record<ImportField, string>> | undefined {
  const field = FIELD_OF_CODE[problem.code];
  if (field !== undefined) return { [field]: problem.detail };
  const faults: Partial<Record<ImportField, string>> = {};
  for (const { field: name, message } of problem.errors ?? []) {
    const own = name === 'csv' || name === 'fileName' ? 'file' : fields.find((one) => one === name);
    if (own !== undefined) faults[own] ??= message;
  }
  return Object.keys(faults).length === 0 ? undefined : faults;
}

const fields: readonly ImportField[] = ['file', 'symbol', 'timeframe', 'exchange', 'zone'];

/** Returns what a file is about to be called, from its name: `acme daily.csv` is ACME-DAILY. */
export function symbolOfFile(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .toUpperCase()
    .replace(/[^A-Z0-9.^=-]+/g, '-')
    .replace(/^[^A-Z0-9]+/, '')
    .slice(0, 20)
    .replace(/-+$/, '');
}

/** Returns what is wrong with a symbol, or undefined. */
export function symbolFault(symbol: string): string | undefined {
  if (symbol === '') return 'Symbol is missing: say what the bars are of, such as ACME.';
  if (/^[A-Z0-9][A-Z0-9.^=-]{0,19}$/.test(symbol)) return undefined;
  return 'Symbol must be 1 to 20 capitals, digits, dots or dashes, such as ACME.';
}

/** Returns what is wrong with a file before it is sent, or undefined. */
export function fileFault(file: File | undefined): string | undefined {
  if (file === undefined) return 'No file is chosen.';
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > MOST_BYTES) {
    return `${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MB; a file may have 64 MB at most. Split it and import the parts one after the other.`;
  }
  return undefined;
}
