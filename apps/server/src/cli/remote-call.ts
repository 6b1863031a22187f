import { CandorError, type ErrorKind } from '@candor/domain/candor-error';
import { z } from 'zod';
import type { HttpMount, Operation } from '../operations/operation.ts';

const Problem = z.looseObject({ status: z.int(), detail: z.string(), code: z.string() });

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  403: 'denied',
  404: 'not-found',
  409: 'conflict',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'retry',
  503: 'retry',
};

/**
 * Runs an operation in a running server and returns what it gave, checked. Throws the server's problem as the error it was, and
 * `server.unreachable` (retry) when it does not answer.
 */
export async function callRemote<Output>(
  server: string,
  { http, output, id }: Pick<Operation<never, Output, never>, 'http' | 'output' | 'id'>,
  input: unknown,
  signal: AbortSignal,
): Promise<Output> {
  if (http === undefined) throw new Error(`${id} has no place on HTTP.`);
  const { url, init } = requestOf(server, http, z.record(z.string(), z.unknown()).parse(input));
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new CandorError('server.unreachable', {
      kind: 'retry',
      message: `The Candor server at ${server} does not answer. Look at its log, or stop it and try again.`,
      cause,
    });
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return output.parse(body);
  const problem = Problem.safeParse(body);
  throw new CandorError(problem.data?.code ?? 'server.failed', {
    kind: KINDS[response.status] ?? 'halt',
    message: problem.data?.detail ?? `The server at ${server} answered ${response.status}.`,
    details: { operation: id, status: response.status },
  });
}

function requestOf(
  server: string,
  { method, path, rawBody }: HttpMount,
  input: Readonly<Record<string, unknown>>,
): { readonly url: URL; readonly init: RequestInit } {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest.get(field) ?? '');
    rest.delete(field);
    return encodeURIComponent(value);
  });
  const url = new URL(`/api${filled}`, server);
  const headers: Record<string, string> = { accept: 'application/json' };
  let body: string | undefined;
  if (rawBody !== undefined) {
    body = String(rest.get(rawBody.field) ?? '');
    headers['content-type'] = rawBody.contentType;
    rest.delete(rawBody.field);
  }
  if (rawBody !== undefined || method === 'GET' || method === 'DELETE') {
    for (const [name, value] of rest) {
      for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
    }
  } else {
    body = JSON.stringify(Object.fromEntries(rest));
    headers['content-type'] = 'application/json';
  }
  return { url, init: { method, headers, ...(body === undefined ? {} : { body }) } };
}
