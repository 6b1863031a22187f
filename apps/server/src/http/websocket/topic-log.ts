import type { Outgoing } from './outgoing.ts';

/** The numbered messages of one topic, the latest of them kept for clients that come back. */
export class TopicLog {
  readonly #capacity: number;
  /** Message `seq` stands at `seq % capacity`. */
  readonly #messages: (Outgoing | undefined)[] = [];
  readonly #arrivedAt: number[] = [];
  /** Number of the oldest message kept. */
  #first: number;
  #last: number;

  /** Numbers begin after `base`. */
  constructor(base: number, capacity: number) {
    this.#capacity = capacity;
    this.#first = base + 1;
    this.#last = base;
  }

  /** Number of the latest message. */
  get last(): number {
    return this.#last;
  }

  /** Keeps the message that `create` makes for the next number, and returns it. */
  append(nowMs: number, create: (seq: number) => Outgoing): Outgoing {
    this.#last += 1;
    const message = create(this.#last);
    this.#messages[this.#last % this.#capacity] = message;
    this.#arrivedAt[this.#last % this.#capacity] = nowMs;
    this.#first = Math.max(this.#first, this.#last - this.#capacity + 1);
    return message;
  }

  /** Returns every message after a number, or undefined when not all of them are kept or the number was never given. */
  after(seq: number): Outgoing[] | undefined {
    if (seq < this.#first - 1 || seq > this.#last) return undefined;
    const messages: Outgoing[] = [];
    for (let i = seq + 1; i <= this.#last; i++) messages.push(this.#messages[i % this.#capacity]!);
    return messages;
  }

  /** Lets go of messages that arrived before. */
  forget(beforeMs: number): void {
    while (this.#first <= this.#last && this.#arrivedAt[this.#first % this.#capacity]! < beforeMs) {
      this.#messages[this.#first % this.#capacity] = undefined;
      this.#first += 1;
    }
  }

  /** Leaves out a number, so that nobody can go on from before. */
  breakOff(): void {
    this.forget(Number.POSITIVE_INFINITY);
    this.#last += 1;
    this.#first = this.#last + 1;
  }
}
