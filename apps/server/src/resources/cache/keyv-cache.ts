import type { Json } from '@candor/domain/json';
import type { Cache } from '@candor/domain/ports/cache';
import type { Keyv } from 'keyv';

export type CacheOutcome = 'hit' | 'miss' | 'failed';

/** Runs a request to the store, or refuses to. */
export type Ask = <T>(request: () => Promise<T>) => Promise<T>;

/** A cache over Keyv. A store that fails is a cache that knows nothing: it is counted, and never anybody's error. */
export class KeyvCache implements Cache {
  readonly #keyv: Keyv;
  readonly #count: (outcome: CacheOutcome) => void;
  readonly #ask: Ask;

  constructor(keyv: Keyv, count: (outcome: CacheOutcome) => void, ask: Ask) {
    this.#keyv = keyv;
    this.#count = count;
    this.#ask = ask;
  }

  async get(key: string): Promise<Json | undefined> {
    try {
      const value = await this.#ask(() => this.#keyv.get<Json>(key));
      this.#count(value === undefined ? 'miss' : 'hit');
      return value;
    } catch {
      this.#count('failed');
      return undefined;
    }
  }

  async set(key: string, value: Json, ttlMs: number): Promise<void> {
    // To Keyv, a time of zero is for ever.
    if (ttlMs <= 0) await this.delete(key);
    else await this.#change(() => this.#keyv.set(key, value, Math.ceil(ttlMs)));
  }

  async delete(key: string): Promise<void> {
    await this.#change(() => this.#keyv.delete(key));
  }

  async #change(request: () => Promise<unknown>): Promise<void> {
    try {
      await this.#ask(request);
    } catch {
      this.#count('failed');
    }
  }
}
