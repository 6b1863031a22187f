import { CandorError } from '@candor/domain/candor-error';
import { type DestinationStream, destination, type Level, type Logger, pino, stdTimeFunctions } from 'pino';

export interface LoggerSettings {
  readonly level: Level | 'silent';
  /** Standard error where none is given: standard output belongs to answers. */
  readonly to?: DestinationStream;
}

/** Returns the logger: one line of JSON fields a message, ISO times, errors with their code and kind, secrets masked wherever they stand. */
export function createLogger({ level, to = destination({ dest: 2, sync: true }) }: LoggerSettings): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => showFields(fields) },
      // The fields are plain by now; pino's own serialiser would take a shown error for a live one.
      serializers: { err: (shown: unknown) => shown },
      // Last of all over the whole line, so that it holds for messages and stacks too.
      hooks: { streamWrite: maskSecrets },
    },
    to,
  );
}

const DEEPEST = 6;
const LONGEST_LIST = 50;
const LONGEST_TEXT = 2000;
const MASK = '***';

/** Endings of the names of fields that hold secrets. */
const SECRET =
  '(?:(?:authorization|cookie|passw(?:or)?d|secret|token|(?:api|access|secret|private)[-_]?key|credential)s?|_keys?)';
const SECRET_NAME = new RegExp(`${SECRET}$`, 'i');
const SECRET_FIELD = new RegExp(`"([^"\\\\]{0,60}${SECRET})":"(?:[^"\\\\]|\\\\.)*"`, 'gi');
const ADDRESS_PASSWORD = /\b([a-z][a-z\d+.-]{0,20}:\/\/[^\s:/@"]{0,200}):[^\s/"]{1,500}@/gi;
const SENT_TOKEN = /\b(bearer|authorization\W{1,3}basic) [\w.~+/=-]{8,}/gi;

// What every masked text has in it: most lines have nothing of it, and are spared the search.
const SUSPICIOUS = /authorization|cookie|passw|secret|token|key|credential|bearer|:\/\//i;

/** Returns a line without the secrets inside its texts, and without those that a child logger was bound to, which no formatter sees. */
function maskSecrets(line: string): string {
  if (!SUSPICIOUS.test(line)) return line;
  return line
    .replaceAll(SECRET_FIELD, `"$1":"${MASK}"`)
    .replaceAll(ADDRESS_PASSWORD, `$1:${MASK}@`)
    .replaceAll(SENT_TOKEN, `$1 ${MASK}`);
}

type Fields = Record<string, unknown>;

function showFields(fields: object, depth = 0): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? MASK : show(value, depth + 1)]),
  );
}

function show(value: unknown, depth: number): unknown {
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}… (${value.length} characters)` : value;
  }
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (value instanceof Error) return showError(value, depth);
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, LONGEST_LIST).map((each) => show(each, depth + 1));
    return value.length > LONGEST_LIST ? [...shown, `… (${value.length})`] : shown;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return show(value.toJSON(), depth + 1);
  return showFields(value, depth);
}

function showError(error: Error, depth: number): Fields {
  const { name, message, stack, cause } = error;
  const known = error instanceof CandorError ? { code: error.code, kind: error.kind, details: error.details } : {};
  return {
    name,
    message,
    // What drivers add: a system error's code and address, a statement's position.
    ...showFields({ ...error, ...known }, depth),
    stack,
    ...(cause === undefined ? {} : { cause: show(cause, depth + 1) }),
  };
}
