import { CandorError } from '@candor/domain/candor-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpMount } from '../operations/operation.ts';
import type { RateLimit, RateLimiter, RateVerdict } from '../resources/rate-limiter.ts';

/** Kinds of work that are counted apart, so that reading a screen never stops an order. */
export type RateClass = 'read' | 'write' | 'heavy';

/** What one client may ask for: a dashboard with every page open stays far below it. */
export const RATE_LIMITS: Readonly<Record<RateClass, RateLimit>> = {
  read: { limit: 3_000, windowSeconds: 10 },
  write: { limit: 600, windowSeconds: 10 },
  heavy: { limit: 60, windowSeconds: 10 },
};

/** Returns the class of an operation. */
export function rateClassOf({ method, isHeavy = false, rawBody }: HttpMount): RateClass {
  if (isHeavy || rawBody !== undefined) return 'heavy';
  return method === 'GET' ? 'read' : 'write';
}

/**
 * Returns the hook that counts a request and says what is left (draft-ietf-httpapi-ratelimit-headers). Throws `http.too-many-requests`.
 */
export function countAgainst(
  limiter: RateLimiter<RateClass>,
  rateClass: RateClass,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const verdict = await limiter.take(rateClass, request.ip);
    const { allowed, limit, windowSeconds, resetSeconds } = verdict;
    reply.header('ratelimit', rateHeader(rateClass, verdict));
    if (allowed) return;
    reply.header('ratelimit-policy', `"${rateClass}";q=${limit};w=${windowSeconds}`);
    reply.header('retry-after', resetSeconds);
    throw new CandorError('http.too-many-requests', {
      kind: 'retry',
      message: `No more than ${limit} ${WORDS[rateClass]} in ${windowSeconds} s. Go on in ${resetSeconds} s.`,
    });
  };
}

/** Returns what is left of a window, as the header says it. */
export function rateHeader(rateClass: RateClass, { remaining, resetSeconds }: RateVerdict): string {
  return `"${rateClass}";r=${remaining};t=${resetSeconds}`;
}

const WORDS: Readonly<Record<RateClass, string>> = {
  read: 'reads',
  write: 'changes',
  heavy: 'heavy computations',
};
