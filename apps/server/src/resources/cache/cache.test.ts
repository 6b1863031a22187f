import { randomUUID } from 'node:crypto';
import type { Json } from '@candor/domain/json';
import type { Cache } from '@candor/domain/ports/cache';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeWithRedis } from '../../../../../tests/services/describe-with-redis.ts';
import { BoundedStore } from './bounded-store.ts';
import type { CacheOutcome } from './keyv-cache.ts';
import { createMemoryCache } from './memory-cache.ts';
import { createRedisCache, type RedisCache } from './redis-cache.ts';

const LONG_MS = 60_000;

function holdsAsCache(opened: () => Cache, outcomes: readonly CacheOutcome[]): void {
  it('gives back exactly what was kept', async () => {
    const cache = opened();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (key, value) => {
        const kept = JSON.parse(JSON.stringify(value)) as Json;
        await cache.set(key, kept, LONG_MS);
        expect(await cache.get(key)).toEqual(kept);
      }),
      { numRuns: 200 },
    );
  });

  it('knows nothing of a key that was never kept, or was taken out', async () => {
    const cache = opened();
    expect(await cache.get('never')).toBeUndefined();
    await cache.set('gone', 1, LONG_MS);
    await cache.delete('gone');
    await cache.delete('gone');
    expect(await cache.get('gone')).toBeUndefined();
  });

  it('keeps the value given last', async () => {
    const cache = opened();
    await cache.set('twice', { version: 1 }, LONG_MS);
    await cache.set('twice', { version: 2 }, LONG_MS);
    expect(await cache.get('twice')).toEqual({ version: 2 });
  });

  it('hands out values that nobody can change in the cache', async () => {
    const cache = opened();
    const value = { tags: ['a'] };
    await cache.set('mutable', value, LONG_MS);
    value.tags.push('b');
    const first = (await cache.get('mutable')) as { tags: string[] };
    first.tags.push('c');
    expect(await cache.get('mutable')).toEqual({ tags: ['a'] });
  });

  it('forgets a value when its time is over, and keeps no value without a time', async () => {
    const cache = opened();
    await cache.set('brief', 1, 20);
    await expect.poll(() => cache.get('brief')).toBeUndefined();
    await cache.set('no-time', 1, LONG_MS);
    await cache.set('no-time', 2, 0);
    expect(await cache.get('no-time')).toBeUndefined();
  });

  it('counts each read', async () => {
    const cache = opened();
    const before = outcomes.length;
    await cache.get('unknown');
    await cache.set('known', 1, LONG_MS);
    await cache.get('known');
    expect(outcomes.slice(before)).toEqual(['miss', 'hit']);
  });
}

describe('the cache in memory', () => {
  const outcomes: CacheOutcome[] = [];
  const cache = createMemoryCache({ maxCharacters: 1_000_000, count: (outcome) => outcomes.push(outcome) });
  holdsAsCache(() => cache, outcomes);
});

async function openRedisCache(url: string, count: (outcome: CacheOutcome) => void): Promise<RedisCache> {
  const cache = createRedisCache({ url, prefix: `${randomUUID()}:`, isUp: () => true, count });
  // A cache that is still connecting knows nothing.
  await vi.waitFor(async () => {
    await cache.set('probe', 1, LONG_MS);
    expect(await cache.get('probe')).toBe(1);
  });
  return cache;
}

describeWithRedis('the cache in Redis', (url) => {
  const outcomes: CacheOutcome[] = [];
  let cache: RedisCache;
  beforeAll(async () => {
    cache = await openRedisCache(url, (outcome) => outcomes.push(outcome));
  });
  afterAll(() => cache.close());
  holdsAsCache(() => cache, outcomes);

  it('shares values between processes, and none with another prefix', async () => {
    await cache.set('shared', 1, LONG_MS);
    const stranger = await openRedisCache(url, () => {});
    await stranger.set('own', 2, LONG_MS);
    expect(await stranger.get('shared')).toBeUndefined();
    expect(await cache.get('own')).toBeUndefined();
    stranger.close();
  });
});

describe('the bounded store', () => {
  const MAX = 40;

  it('never holds more than its bound, and counts what it holds', () => {
    const change = fc.record({
      key: fc.string({ maxLength: 4 }),
      text: fc.option(fc.string({ maxLength: 50 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 100 }), (changes) => {
        const store = new BoundedStore(MAX);
        for (const { key, text } of changes) {
          if (text === undefined) store.delete(key);
          else store.set(key, text);
          const held = [...store].reduce((sum, [name, kept]) => sum + name.length + kept.length, 0);
          expect(store.characters).toBe(held);
          expect(held).toBeLessThanOrEqual(MAX);
          if (text !== undefined && key.length + text.length <= MAX) expect(store.get(key)).toBe(text);
        }
      }),
    );
  });

  it('lets go first of what was not used for longest', () => {
    const store = new BoundedStore(30);
    for (const key of ['a', 'b', 'c']) store.set(key, 'x'.repeat(9));
    store.get('a');
    store.set('d', 'x'.repeat(9));
    expect([...store.keys()].toSorted()).toEqual(['a', 'c', 'd']);
  });

  it('does not throw everything out for a text that it cannot hold', () => {
    const store = new BoundedStore(30);
    store.set('a', 'kept');
    store.set('b', 'x'.repeat(31));
    expect([...store]).toEqual([['a', 'kept']]);
  });
});
