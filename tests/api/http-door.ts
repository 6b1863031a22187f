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

const Problem = z.looseObject({ status: z.int(), code: z.string(), detail: z.string().min(1) });

/** A client of a server's REST door. */
export class HttpDoor {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Sends a request below /api; a body is sent as JSON. */
  async send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const init = { method, headers: { ...type, ...headers } };
    return this.answer(path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  }

  /** Sends a file of bars. */
  sendCsv(query: Readonly<Record<string, string>>, csv: string): Promise<Answer> {
    const headers = { 'content-type': 'text/csv' };
    return this.answer(`/imports?${new URLSearchParams(query)}`, { method: 'POST', headers, body: csv });
  }

  async answer(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.origin}/api${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  }

  /** Returns what is at a path, as this shape. */
  get<Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> {
    return this.done('GET', path, undefined, shape);
  }

  /** Returns what a request gave, as this shape. Fails on a problem. */
  async done<Shape>(method: string, path: string, body: unknown, shape: z.ZodType<Shape>): Promise<Shape> {
    const answer = await this.send(method, path, body);
    expect(answer, `${method} ${path}`).toMatchObject({ status: expect.toSatisfy(isFine) });
    return shape.parse(answer.body);
  }

  /** Returns the sentence of the problem that a request must end in. */
  async refused(method: string, path: string, body: unknown, status: number, code: string): Promise<string> {
    return problemIn(await this.send(method, path, body), status, code);
  }

  /** Returns what is at a path as soon as it is as wanted. */
  async getWhen<Shape>(path: string, shape: z.ZodType<Shape>, isSo: (shape: Shape) => boolean): Promise<Shape> {
    let latest = await this.get(path, shape);
    await until(async () => {
      if (isSo(latest)) return true;
      latest = await this.get(path, shape);
      return isSo(latest);
    }, 30_000);
    return latest;
  }
}

/** Returns the sentence of a problem with that status and code. */
export function problemIn({ status, body, headers }: Answer, wantedStatus: number, code: string): string {
  expect([status, body]).toEqual([wantedStatus, expect.objectContaining({ status: wantedStatus, code })]);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return Problem.parse(body).detail;
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}
