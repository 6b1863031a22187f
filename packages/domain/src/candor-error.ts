/** What the caller can do about it; decides the HTTP status, a job's retry and whether trading halts. */
export type ErrorKind = 'invalid' | 'not-found' | 'denied' | 'conflict' | 'retry' | 'halt';

export interface CandorErrorOptions {
  readonly kind: ErrorKind;
  /** Safe to show: names the field and the rule. */
  readonly message: string;
  /** For the log only. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one class for the unexpected. `code` is `room.reason` and stable; expected refusals are values, never this. */
export class CandorError extends Error {
  override readonly name = 'CandorError';
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, { kind, message, details = {}, cause }: CandorErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}
