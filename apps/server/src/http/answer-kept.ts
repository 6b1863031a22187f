import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../resources/metrics.ts';
import type { RateLimiter } from '../resources/rate-limiter.ts';
import { hasTag } from './entity-tag.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { type RateClass, rateHeader } from './rate-limits.ts';
import { refuseForeign } from './request-guard.ts';
import { elapsedMs, requestIdOf, tellRequest } from './request-log.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface KeptDoor {
  readonly kept: KeptAnswers;
  readonly allowedHosts: ReadonlySet<string>;
  readonly rateLimiter: RateLimiter<RateClass>;
  readonly observe: Metrics['observeRequest'];
  readonly logger: FastifyBaseLogger;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a browser may do with an answer that never changes while we run: ask whether it still holds. */
export const KEPT_CACHE_CONTROL = 'private, no-cache';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Returns a handler that answers what is kept before the framework sees the request, at half the cost: guarded, counted, measured and
 * logged like any other. Whatever is not plainly such a request goes on to `next`, refusals included.
 */
export function answerKept(door: KeptDoor, next: Handler): Handler {
  const { kept, allowedHosts, rateLimiter } = door;
  return (request, response) => {
    const answer = METHODS.has(request.method ?? '') ? kept.find(request.url ?? '') : undefined;
    const isUpgrade = request.headers.upgrade !== undefined;
    if (answer === undefined || isUpgrade || refuseForeign(request, allowedHosts, isUpgrade) !== undefined) {
      next(request, response);
      return;
    }
    const startedAt = performance.now();
    rateLimiter.take('read', request.socket.remoteAddress ?? '').then(
      (verdict) => {
        if (verdict.allowed) send(answer, rateHeader('read', verdict), request, response, startedAt, door);
        else next(request, response);
      },
      () => next(request, response),
    );
  };
}

function send(
  { body, tag, route }: KeptAnswer,
  rate: string,
  request: IncomingMessage,
  response: ServerResponse,
  startedAt: number,
  { observe, logger }: KeptDoor,
): void {
  const requestId = requestIdOf(request);
  const isKnown = hasTag(request.headers['if-none-match'], tag);
  const status = isKnown ? 304 : 200;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'cache-control': KEPT_CACHE_CONTROL,
    'x-request-id': requestId,
    ratelimit: rate,
    etag: tag,
    ...(!isKnown && { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }),
  });
  response.end(isKnown ? undefined : body);
  tellRequest({ method: request.method ?? 'GET', route, status, durationMs: elapsedMs(startedAt) }, observe, logger, {
    requestId,
  });
}
