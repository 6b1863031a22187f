import { CandorError, type ErrorKind } from '@candor/domain/candor-error';
import type { Fault } from '../operations/bad-input.ts';

/** What a request gets when it does not get what it asked for (RFC 9457), as application/problem+json. */
export interface Problem {
  /** Names the kind of problem for good: `urn:candor:problem:` and the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One or more sentences that name the field and the rule. */
  readonly detail: string;
  /** Path of the request. */
  readonly instance: string;
  readonly code: string;
  readonly requestId: string;
  /** One entry for every broken rule of an input. */
  readonly errors?: readonly Fault[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const OF_KIND: Readonly<Record<ErrorKind, { readonly status: number; readonly title: string }>> = {
  invalid: { status: 422, title: 'The request does not fit' },
  'not-found': { status: 404, title: 'Not found' },
  denied: { status: 403, title: 'Not allowed' },
  conflict: { status: 409, title: 'In conflict with how things stand' },
  retry: { status: 503, title: 'Not possible at the moment' },
  halt: { status: 409, title: 'Trading is halted' },
};

/** What goes wrong between the wire and an operation. HTTP has a number of its own for these. */
const HTTP_CODES = {
  'http.bad-idempotency-key': 400,
  'http.bad-length': 400,
  'http.bad-url': 400,
  'http.malformed': 400,
  'http.no-host': 400,
  'http.not-json': 400,
  'http.not-text': 400,
  'http.unexpected-body': 400,
  'http.foreign-host': 403,
  'http.foreign-origin': 403,
  'http.no-such-route': 404,
  'http.wrong-method': 405,
  'http.too-slow': 408,
  'http.too-large': 413,
  'http.url-too-long': 414,
  'http.wrong-media-type': 415,
  'http.too-many-requests': 429,
  'http.headers-too-large': 431,
  'http.client-gone': 499,
} as const satisfies Readonly<Record<string, number>>;

const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map(Object.entries(HTTP_CODES));

/** Returns the status of an error by its code where HTTP has one for it, else by its kind. */
export function statusOf({ code, kind }: { readonly code: string; readonly kind: ErrorKind }): number {
  return STATUS_OF_CODE.get(code) ?? OF_KIND[kind].status;
}

/** Returns the problem for an error. What is no error of ours shows nothing of its inside. */
export function problemOf(
  error: unknown,
  { path, requestId }: { readonly path: string; readonly requestId: string },
  errors: readonly Fault[] = [],
): Problem {
  if (!(error instanceof CandorError)) {
    return {
      type: typeOf('server.unexpected'),
      title: 'Unexpected fault',
      status: 500,
      detail: `Something went wrong in Candor itself. The log has the cause under request ${requestId}.`,
      instance: path,
      code: 'server.unexpected',
      requestId,
    };
  }
  const { code, kind, message } = error;
  return {
    type: typeOf(code),
    title: OF_KIND[kind].title,
    status: statusOf(error),
    detail: message,
    instance: path,
    code,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
}

function typeOf(code: string): string {
  return `urn:candor:problem:${code}`;
}
