import { placesOf } from '@candor/server/http/read-input';
import type { HttpMount, Operation } from '@candor/server/operations/operation';
import { expect } from 'vitest';
import { z } from 'zod';
import { until } from '../chaos/until.ts';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  /** As JSON; undefined where there is none. */
  readonly body: unknown;
  readonly headers: Headers;
}

export type Input = Readonly<Record<string, unknown>>;

/** What the door has to know of an operation to use it. */
type Asked<Output> = Pick<Operation<never, Output, never>, 'id' | 'http' | 'output'>;

const LONGEST_WAIT_MS = 30_000;

/** A client of a server's REST door. */
export class HttpDoor {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Asks for an operation, each field of the input in its place. */
  ask<Output>({ id, http }: Asked<Output>, input: Input = {}, headers: Readonly<Record<string, string>> = {}) {
    if (http === undefined) throw new Error(`${id} has no place on HTTP.`);
    const { path, init } = requestOf(http, input);
    return this.send(path, { ...init, headers: { ...init.headers, ...headers } });
  }

  /** Sends a request as it is, below /api. */
  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.origin}/api${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  }

  /** Returns what an operation gave, which must be what it promises. */
  async done<Output>(operation: Asked<Output>, input: Input = {}, headers?: Readonly<Record<string, string>>) {
    const { status, body } = await this.ask(operation, input, headers);
    expect([operation.id, status, status < 400 ? '' : body]).toEqual([operation.id, operation.http?.status ?? 200, '']);
    return operation.output.parse(body);
  }

  /** Returns the sentence of the problem that an operation must end in. */
  async refused<Output>(operation: Asked<Output>, input: Input, status: number, code: string): Promise<string> {
    return problemIn(await this.ask(operation, input), status, code);
  }

  /** Asks until the answer is as wanted, and returns it. */
  async doneWhen<Output>(operation: Asked<Output>, input: Input, isSo: (output: Output) => boolean): Promise<Output> {
    let latest = await this.done(operation, input);
    await until(async () => {
      if (!isSo(latest)) latest = await this.done(operation, input);
      return isSo(latest);
    }, LONGEST_WAIT_MS);
    return latest;
  }
}

const Problem = z.looseObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(1),
  instance: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })).optional(),
});

export type Problem = z.infer<typeof Problem>;

/** Returns the problem that an answer is. Fails for anything else. */
export function problemOf({ status, body, headers }: Answer): Problem {
  expect([status, headers.get('content-type')]).toEqual([
    expect.toSatisfy((code: number) => code >= 400),
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  const problem = Problem.parse(body);
  expect(problem).toMatchObject({ status, type: `urn:candor:problem:${problem.code}` });
  return problem;
}

/** Returns the sentence of a problem with that status and code. */
export function problemIn(answer: Answer, status: number, code: string): string {
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ code })]);
  return problemOf(answer).detail;
}

/** Returns the request by which a mount is used. */
export function requestOf(mount: HttpMount, input: Input) {
  const { method, path, rawBody } = mount;
  const places = placesOf(mount, Object.keys(input));
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (places.get(name) === 'query') for (const each of [value].flat()) query.append(name, String(each));
    if (places.get(name) === 'body') body[name] = value;
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name] ?? '')));
  const address = query.size > 0 ? `${filled}?${query}` : filled;
  if (rawBody !== undefined) {
    const headers = { 'content-type': rawBody.contentType };
    return { path: address, init: { method, headers, body: String(body[rawBody.field] ?? '') } };
  }
  if (method === 'GET' || method === 'DELETE') return { path: address, init: { method, headers: {} } };
  return {
    path: address,
    init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  };
}
