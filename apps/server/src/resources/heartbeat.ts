import type { Redis } from 'ioredis';
import { within } from './within.ts';

const BEAT_MS = 1000;
/** A connection that leaves so many beats unanswered is made anew: its other end may have gone without a word. */
const MOST_MISSES = 5;

/** Asks a Redis connection again and again whether it still answers: that it is open says nothing about its other end. */
export class Heartbeat {
  readonly #client: Redis;
  readonly #beatMs: number;
  readonly #onBeat: (answers: boolean) => void;
  readonly #timer: NodeJS.Timeout;
  #isBeating = false;
  #misses = 0;

  constructor(client: Redis, beatMs = BEAT_MS, onBeat: (answers: boolean) => void) {
    this.#client = client;
    this.#beatMs = beatMs;
    this.#onBeat = onBeat;
    this.#timer = setInterval(() => void this.#beat(), beatMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    if (this.#isBeating || !this.#isOpen()) return;
    this.#isBeating = true;
    try {
      await within(this.#beatMs, this.#client.ping());
      this.#misses = 0;
      this.#onBeat(true);
    } catch {
      // A connection that has closed meanwhile says so itself, and comes back by itself.
      if (this.#isOpen()) this.#miss();
      else this.#misses = 0;
    } finally {
      this.#isBeating = false;
    }
  }

  #isOpen(): boolean {
    return this.#client.status === 'ready' || this.#client.status === 'connect';
  }

  #miss(): void {
    this.#misses++;
    this.#onBeat(false);
    if (this.#misses < MOST_MISSES) return;
    this.#misses = 0;
    this.#client.disconnect(true);
  }
}
