import type { Cache } from '@candor/domain/ports/cache';
import { Keyv } from 'keyv';
import { BoundedStore } from './bounded-store.ts';
import { type CacheOutcome, KeyvCache } from './keyv-cache.ts';

export interface MemoryCacheSettings {
  /** Of keys and values as JSON, together. */
  readonly maxCharacters: number;
  readonly count: (outcome: CacheOutcome) => void;
}

/** Returns a cache within this process that never grows beyond its bound. */
export function createMemoryCache({ maxCharacters, count }: MemoryCacheSettings): Cache {
  const keyv = new Keyv({ store: new BoundedStore(maxCharacters), useKeyPrefix: false });
  return new KeyvCache(keyv, count, (request) => request());
}
