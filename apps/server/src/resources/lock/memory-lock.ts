import type { Lock } from '@candor/domain/ports/lock';
import { lockTaken } from './lock-errors.ts';

/** Mutual exclusion within one process. A holder that dies takes the process with it, so a lease has no need to end by itself. */
export class MemoryLock implements Lock {
  readonly #held = new Set<string>();

  async hold<T>(name: string, _ttlMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#held.has(name)) throw lockTaken(name);
    this.#held.add(name);
    try {
      return await work(new AbortController().signal);
    } finally {
      this.#held.delete(name);
    }
  }
}
