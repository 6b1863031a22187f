import type { Json } from '@candor/domain/json';

type Listener = (message: Json) => void;

/** Who listens to which channel in this process. One that throws is reported and keeps nobody else from hearing. */
export class Listeners {
  readonly #onTrouble: (error: unknown) => void;
  // Each subscription by an object of its own, so that a function may listen twice and leave once.
  readonly #byChannel = new Map<string, Set<{ readonly listener: Listener }>>();

  constructor(onTrouble: (error: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  has(channel: string): boolean {
    return this.#byChannel.has(channel);
  }

  /** Adds a listener; returns the function that takes it off again. */
  add(channel: string, listener: Listener): () => void {
    const subscription = { listener };
    const subscriptions = this.#byChannel.get(channel) ?? new Set();
    this.#byChannel.set(channel, subscriptions.add(subscription));
    return () => {
      subscriptions.delete(subscription);
      if (subscriptions.size === 0 && this.#byChannel.get(channel) === subscriptions) this.#byChannel.delete(channel);
    };
  }

  tell(channel: string, message: Json): void {
    for (const { listener } of this.#byChannel.get(channel) ?? []) {
      try {
        listener(message);
      } catch (error) {
        this.#onTrouble(error);
      }
    }
  }
}
