import { CandorError } from '@candor/domain/candor-error';
import { DrizzleQueryError } from 'drizzle-orm/errors';

/** Whether the database refused a second row where a unique index of this name allows one. */
export function violatesUnique(error: unknown, index: string): boolean {
  return (
    sqlStateOf(error) === '23505' && causes(error).some((each) => 'constraint' in each && each.constraint === index)
  );
}

/** Whether the same work may succeed when it is done again: others were in its way. */
export function isSerializationFailure(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlStateOf(error) ?? '');
}

/**
 * Returns what to throw for an error out of the driver: `storage.unavailable` (retry) where the database could not be reached, did not
 * answer in time or is shutting down. Errors of the trade pass through; anything else comes without the statement and its values, which
 * have no place in a log.
 */
export function translateError(error: unknown): unknown {
  if (error instanceof CandorError) return error;
  const state = sqlStateOf(error);
  if (isSerializationFailure(error)) {
    return unavailable('The database is too busy with changes to the same rows. Try again in a moment.', error);
  }
  if (state === undefined ? isLostConnection(error) : UNAVAILABLE.test(state)) {
    return unavailable(`The database is not available${reasonOf(state)}. Try again in a moment.`, error);
  }
  if (state !== undefined && REFUSED.test(state)) {
    return new CandorError('storage.refused', {
      kind: 'invalid',
      message: `The database refuses the connection: ${causes(error).at(-1)?.message}.`,
      cause: error,
    });
  }
  if (state === '22021' || state === '22P05') {
    return new CandorError('storage.bad-text', {
      kind: 'invalid',
      message: 'A text contains a character that cannot be stored: NUL, or half of a pair.',
      cause: withoutStatement(error),
    });
  }
  return withoutStatement(error);
}

// Connection exceptions, too many connections or no room, operator intervention (shutdown, cancelled by its timeout), locks and idle
// transactions that took too long, a server that only reads.
const UNAVAILABLE = /^(08...|53...|57...|55P03|25P0[34]|25006)$/;
// Wrong user or password, no such database.
const REFUSED = /^(28...|3D000)$/;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

// The driver has no codes for what it finds out by itself.
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** Whether the connection itself is gone or silent, so that nothing more can be said over it. */
export function isLostConnection(error: unknown): boolean {
  return (
    sqlStateOf(error) === undefined &&
    causes(error).some((each) => NETWORK.has(codeOf(each) ?? '') || isMissingSocket(each) || DRIVER.test(each.message))
  );
}

// The code of the database's own answer somewhere below an error, five letters and digits, or undefined.
function sqlStateOf(error: unknown): string | undefined {
  for (const each of causes(error)) {
    const code = codeOf(each);
    if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && 'severity' in each) return code;
  }
  return undefined;
}

// A Unix socket that nobody has made yet; any other file that is missing is not ours.
function isMissingSocket(error: Error): boolean {
  return codeOf(error) === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
}

function reasonOf(state: string | undefined): string {
  if (state === undefined) return '';
  if (state.startsWith('53')) return ': it has no room for more';
  if (state === '57014' || state === '55P03') return ': it took too long to answer';
  if (state.startsWith('57')) return ': it is shutting down or starting';
  if (state === '25006') return ': it only reads at present';
  return '';
}

function unavailable(message: string, cause: unknown): CandorError {
  return new CandorError('storage.unavailable', { kind: 'retry', message, cause: withoutStatement(cause) });
}

function withoutStatement(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
}

// The error and what it says it comes from, outermost first.
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let each = error; each instanceof Error && !chain.includes(each); each = each.cause) chain.push(each);
  return chain;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
