import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics, ObservedRequest } from '../resources/metrics.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a body has to be, where it is not JSON. */
    readonly bodyType?: string;
  }
}

const SANE_ID = /^[\w.-]{1,64}$/;
const CLIENT_GONE = 499;
const SWITCHING = 101;
const SLOW_MS = 1_000;

// Ids of our own count up behind a part that no other process has.
const PROCESS = randomUUID().slice(0, 8);
let count = 0;

/** Returns the id that a request is known under: the caller's own, when it is a sane one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE_ID.test(given) ? given : `${PROCESS}-${(++count).toString(36)}`;
}

/** Has every request end in one line of the log and one count, whether it was answered or its client left. */
export function logRequests(app: FastifyInstance, observe: Metrics['observeRequest']): void {
  app.addHook('onRequest', (request, reply, done) => {
    const startedAt = performance.now();
    // The only event that comes for an answer that is out, for a client that left, and for a live connection at its end.
    reply.raw.once('close', () => {
      const status = statusOf(request, reply);
      // The pattern: there are few of them, and they hold nobody's data.
      const { method, routeOptions } = request;
      const answered = { method, route: routeOptions.url ?? 'none', status, durationMs: elapsedMs(startedAt) };
      tellRequest(answered, observe, request.log);
    });
    done();
  });
}

/** Counts an answered request and writes its line. A live connection that ends says nothing of how long an answer takes. */
export function tellRequest(
  answered: ObservedRequest,
  observe: Metrics['observeRequest'],
  log: FastifyBaseLogger,
  besides?: { readonly requestId: string },
): void {
  if (answered.status !== SWITCHING) observe(answered);
  log[levelOf(answered)]({ ...besides, ...answered }, 'request');
}

/** Returns how long ago that was, to a tenth of a millisecond. */
export function elapsedMs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}

/** A read that went well and fast is worth a line only to those who listen closely: a dashboard makes several a second. */
function levelOf({ method, status, durationMs }: ObservedRequest): 'debug' | 'info' {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && status < 400 && durationMs < SLOW_MS ? 'debug' : 'info';
}

function statusOf({ headers }: FastifyRequest, { raw }: FastifyReply): number {
  if (raw.writableFinished) return raw.statusCode;
  return headers.upgrade !== undefined && !raw.headersSent ? SWITCHING : CLIENT_GONE;
}
