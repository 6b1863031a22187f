import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

/** The API, typed by its own description. Same origin: the server that serves this page. */
export const api = createClient<paths>({ baseUrl: '', headers: { accept: 'application/json' } });

/** The shapes of the API by name. */
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** What the server refused, in its own words. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The server could not be reached, or answered with something that is not Candor. */
class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Returns what the API answered. Throws ProblemError with the server's sentence where it refused, and UnreachableError where nobody
 * who speaks its language answered.
 */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    throw new UnreachableError('The server does not answer. It may be stopped, or starting.', { cause });
  }
  if (answer.response.ok && answer.data !== undefined) return answer.data;
  if (isProblem(answer.error)) throw new ProblemError(answer.error);
  throw new UnreachableError(`The server answered ${answer.response.status} without saying why.`);
}

/** Returns the headers under which a repeated request is done once. */
export function once(): { readonly 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
}
