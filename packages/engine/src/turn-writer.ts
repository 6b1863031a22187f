import type { Clock } from '@candor/domain/ports/clock';
import { backoffMs } from './backoff.ts';
import { isRetry } from './is-retry.ts';
import type { Turn, TurnStore } from './turn.ts';

/** Gives turns to the store, each until it is known to be written, so that none overtakes another. */
export class TurnWriter {
  /** What the store is being waited for with, in words. */
  waitingFor: string | undefined;
  /** How long the latest turn took, its last try alone. */
  latencyMs: number | undefined;
  readonly #store: TurnStore;
  readonly #clock: Clock;
  readonly #leaving: AbortSignal;

  /** Once the signal aborts, a turn that cannot be written now is not tried again: the next owner does it again, the same. */
  constructor(store: TurnStore, clock: Clock, leaving: AbortSignal) {
    this.#store = store;
    this.#clock = clock;
    this.#leaving = leaving;
  }

  async write(turn: Turn): Promise<'written' | 'stale' | 'left'> {
    const clock = this.#clock;
    for (let failures = 1; ; failures++) {
      const askedAt = clock.now();
      try {
        const answer = await this.#store.commit(turn);
        this.latencyMs = clock.now() - askedAt;
        this.waitingFor = undefined;
        return answer === 'stale' ? 'stale' : 'written';
      } catch (error) {
        if (!isRetry(error)) throw error;
        this.waitingFor = `turn ${turn.number} to be written: ${error.message}`;
        await clock.until(clock.now() + backoffMs(failures), this.#leaving).catch(() => {});
        if (this.#leaving.aborted) return 'left';
      }
    }
  }
}
