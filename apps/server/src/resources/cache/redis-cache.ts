import type { Cache } from '@candor/domain/ports/cache';
import KeyvRedis, { createClient } from '@keyv/redis';
import { Keyv } from 'keyv';
import { within } from '../within.ts';
import { type CacheOutcome, KeyvCache } from './keyv-cache.ts';

const ANSWER_TIMEOUT_MS = 250;
const LONGEST_RETRY_MS = 2000;

export interface RedisCacheSettings {
  readonly url: string;
  /** Before every key, so that several deployments share a Redis. */
  readonly prefix: string;
  /** Whether Redis answered when it was last asked. While it does not, nobody waits for it. */
  readonly isUp: () => boolean;
  readonly count: (outcome: CacheOutcome) => void;
}

export interface RedisCache extends Cache {
  close(): void;
}

/** Returns a cache that processes share over Redis. While Redis is away it knows nothing. */
export function createRedisCache({ url, prefix, isUp, count }: RedisCacheSettings): RedisCache {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    pingInterval: 1000,
    socket: { socketTimeout: 5000, reconnectStrategy: (attempt) => Math.min(25 * 2 ** attempt, LONGEST_RETRY_MS) },
  });
  // Told by the connection for commands, which goes when this one does.
  client.on('error', () => {});
  client.connect().catch(() => {});

  const keyv = new Keyv(new KeyvRedis(client, { throwOnErrors: true }), { useKeyPrefix: false, throwOnErrors: true });
  keyv.namespace = `${prefix}cache`;
  keyv.on('error', () => {});
  const cache = new KeyvCache(keyv, count, async (request) => {
    // Asked through a closed client, Keyv would open it again.
    if (!client.isOpen || !isUp()) throw new Error('Redis is away');
    return within(ANSWER_TIMEOUT_MS, request());
  });
  return {
    get: (key) => cache.get(key),
    set: (key, value, ttlMs) => cache.set(key, value, ttlMs),
    delete: (key) => cache.delete(key),
    close: () => client.destroy(),
  };
}
