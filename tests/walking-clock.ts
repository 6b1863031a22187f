import type { Clock } from '@candor/domain/ports/clock';

/** Time that passes only when somebody waits for it; whoever waits lets all others have their turn first. */
export class WalkingClock implements Clock {
  #now: number;

  constructor(startMs = Date.UTC(2030, 0, 1)) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  async until(instantMs: number, signal?: AbortSignal): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.#now = Math.max(this.#now, instantMs);
  }
}
