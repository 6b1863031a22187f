import { randomUUID } from 'node:crypto';
import type { Lock } from '@candor/domain/ports/lock';
import type { Redis } from 'ioredis';
import { lockLost, lockTaken, lockUnavailable } from './lock-errors.ts';

// Only who still holds the token may renew or release: the lease may have run out, and the name may be another's.
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** A lease is renewed so many times before it would run out. */
const RENEWALS = 3;

/**
 * Mutual exclusion across processes, by a key of Redis that runs out (https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/,
 * one instance). It keeps work from being done twice; what must never be written twice is guarded by the row that it writes.
 */
export class RedisLock implements Lock {
  readonly #client: Redis;
  readonly #prefix: string;

  constructor(client: Redis, prefix: string) {
    this.#client = client;
    this.#prefix = prefix;
  }

  async hold<T>(name: string, ttlMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const key = `${this.#prefix}lock:${name}`;
    const token = randomUUID();
    const askedAt = performance.now();
    await this.#take(name, key, token, ttlMs);
    const controller = new AbortController();
    const stopRenewing = keepAlive({
      ttlMs,
      askedAt,
      renew: async () => (await this.#client.eval(RENEW, 1, key, token, ttlMs)) === 1,
      lose: () => controller.abort(lockLost(name)),
    });
    try {
      const result = await work(controller.signal);
      controller.signal.throwIfAborted();
      return result;
    } catch (error) {
      throw controller.signal.aborted ? controller.signal.reason : error;
    } finally {
      stopRenewing();
      await this.#release(key, token);
    }
  }

  async #take(name: string, key: string, token: string, ttlMs: number): Promise<void> {
    let answer: 'OK' | null;
    try {
      answer = await this.#client.set(key, token, 'PX', ttlMs, 'NX');
    } catch (error) {
      // The key may have been set with only the answer missing.
      await this.#release(key, token);
      throw lockUnavailable(name, error);
    }
    if (answer === null) throw lockTaken(name);
  }

  async #release(key: string, token: string): Promise<void> {
    // A lease that cannot be given back runs out.
    await this.#client.eval(RELEASE, 1, key, token).catch(() => {});
  }
}

interface Lease {
  readonly ttlMs: number;
  /** When it was asked for, by the monotonic clock: Redis counts from a little later, so we give up first. */
  readonly askedAt: number;
  /** Returns whether the lease was still ours. Throws when that is not known. */
  renew(): Promise<boolean>;
  lose(): void;
}

/** Renews a lease until it is stopped or lost; returns the function that stops it. */
function keepAlive({ ttlMs, askedAt, renew, lose }: Lease): () => void {
  let expiresAt = askedAt + ttlMs;
  let isOver = false;
  let timer: NodeJS.Timeout;
  const end = (): void => {
    isOver = true;
    clearTimeout(timer);
  };
  const next = (): void => {
    const leftMs = expiresAt - performance.now();
    timer = setTimeout(tick, Math.max(0, Math.min(leftMs, ttlMs / RENEWALS)));
  };
  let isAsking = false;
  const tick = (): void => {
    if (performance.now() >= expiresAt) {
      end();
      lose();
      return;
    }
    next();
    if (!isAsking) void ask();
  };
  const ask = async (): Promise<void> => {
    isAsking = true;
    const now = performance.now();
    try {
      const isOurs = await renew();
      if (isOver) return;
      if (isOurs) expiresAt = now + ttlMs;
      else {
        end();
        lose();
      }
    } catch {
      // Not known: the lease holds until it runs out, and is asked for again before that.
    } finally {
      isAsking = false;
    }
  };
  next();
  return end;
}
