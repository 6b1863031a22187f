import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';
import { Listeners } from './listeners.ts';

/** Carries messages within one process. As between processes, nobody hears a message before its publisher has gone on. */
export class MemoryEventBus implements EventBus {
  readonly #listeners: Listeners;
  #isClosed = false;

  constructor(onTrouble: (error: unknown) => void) {
    this.#listeners = new Listeners(onTrouble);
  }

  publish(channel: string, message: Json): void {
    if (this.#isClosed || !this.#listeners.has(channel)) return;
    queueMicrotask(() => {
      if (!this.#isClosed) this.#listeners.tell(channel, message);
    });
  }

  subscribe(channel: string, listener: (message: Json) => void): () => void {
    return this.#listeners.add(channel, listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }
}
