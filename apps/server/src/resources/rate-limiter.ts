import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis-connection.ts';

export interface RateLimit {
  /** Points that a window takes. */
  readonly limit: number;
  readonly windowSeconds: number;
}

export interface RateVerdict extends RateLimit {
  readonly allowed: boolean;
  /** Points left of the window, and when it is over. */
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface RateLimiterSettings<Class extends string> {
  readonly limits: Readonly<Record<Class, RateLimit>>;
  /** Where processes count together, with what stands before every key; without it each counts for itself. */
  readonly shared?: { readonly redis: RedisConnection; readonly prefix: string };
}

/** Counts what a client asks for in windows of time. While Redis is away each process counts for itself, so nobody is locked out for it. */
export class RateLimiter<Class extends string> {
  readonly #limits: Readonly<Record<Class, RateLimit>>;
  readonly #counters: ReadonlyMap<string, () => RateLimiterAbstract>;

  constructor({ limits, shared }: RateLimiterSettings<Class>) {
    this.#limits = limits;
    this.#counters = new Map(
      Object.entries<RateLimit>(limits).map(([name, limit]) => [name, counterOf(name, limit, shared)]),
    );
  }

  /** Takes points from the client's window of a class, or tells when there will be more. Refused points count too. */
  async take(rateClass: Class, client: string, points = 1): Promise<RateVerdict> {
    const counter = this.#counters.get(rateClass);
    if (counter === undefined) throw new RangeError(`There is no rate limit for ${rateClass}.`);
    try {
      return this.#verdict(rateClass, true, await counter().consume(client, points));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return this.#verdict(rateClass, false, refusal);
      throw refusal;
    }
  }

  #verdict(rateClass: Class, allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): RateVerdict {
    const { limit, windowSeconds } = this.#limits[rateClass];
    const resetSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    return { allowed, limit, windowSeconds, remaining: Math.max(0, remainingPoints), resetSeconds };
  }
}

function counterOf(
  name: string,
  { limit, windowSeconds }: RateLimit,
  shared: RateLimiterSettings<string>['shared'],
): () => RateLimiterAbstract {
  const window = { points: limit, duration: windowSeconds };
  const own = new RateLimiterMemory({ ...window, keyPrefix: name });
  if (shared === undefined) return () => own;
  const { redis, prefix } = shared;
  const together = new RateLimiterRedis({
    ...window,
    keyPrefix: `${prefix}rate:${name}`,
    storeClient: redis.client,
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  });
  // One that is known to be away is not waited for, request after request.
  return () => (redis.isUp ? together : own);
}
