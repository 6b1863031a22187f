import { Outgoing } from './outgoing.ts';
import type { Receiver, Subscription } from './subscription.ts';

interface Batch {
  readonly messages: readonly Outgoing[];
  readonly frame: Buffer;
}

/** What is published within a tick, for receivers that take it as one frame. Those who follow the same topics get the very same frame. */
export class GatheringTick {
  readonly #tickMs: number;
  /** In the order of their publishing. */
  #messages: Outgoing[] = [];
  #followers = new Map<string, ReadonlySet<Subscription>>();
  #timer: NodeJS.Timeout | undefined;
  /** What the latest flush took. */
  #tookMs = 0;

  constructor(tickMs: number) {
    this.#tickMs = tickMs;
  }

  /** Adds a message and all who gather its topic; who they are is looked at when the tick ends. */
  add(message: Outgoing, followers: ReadonlySet<Subscription>): void {
    this.#messages.push(message);
    this.#followers.set(message.topic, followers);
    // On a machine that is behind, fewer and longer ticks leave half of the time to others.
    this.#timer ??= setTimeout(() => this.flush(), Math.max(this.#tickMs, this.#tookMs));
  }

  /** Ends the tick. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const beganAtMs = performance.now();
    const messages = this.#messages;
    const receivers = subscriptionsOf(this.#followers);
    this.#messages = [];
    this.#followers = new Map();
    const firsts = new Map(messages.toReversed().map((message) => [message.topic, message]));
    const batches = new Map<string, Batch>();
    for (const [receiver, due] of receivers) {
      // Who began within the tick has had a part of it.
      const isWhole = due.every((subscription) => subscription.isDue(firsts.get(subscription.feed.name)!));
      const key = isWhole ? due.map(({ feed }) => feed.name).join('\n') : '';
      const batch = batches.get(key) ?? batchOf(messages, due);
      if (isWhole) batches.set(key, batch);
      if (batch.messages.length > 0) receiver.sendTogether(batch.messages, batch.frame);
    }
    this.#tookMs = performance.now() - beganAtMs;
  }
}

function subscriptionsOf(
  followers: ReadonlyMap<string, ReadonlySet<Subscription>>,
): ReadonlyMap<Receiver, readonly Subscription[]> {
  const found = new Map<Receiver, Subscription[]>();
  for (const subscriptions of followers.values()) {
    for (const subscription of subscriptions) {
      const due = found.get(subscription.receiver);
      if (due === undefined) found.set(subscription.receiver, [subscription]);
      else due.push(subscription);
    }
  }
  return found;
}

function batchOf(messages: readonly Outgoing[], due: readonly Subscription[]): Batch {
  const byTopic = new Map(due.map((subscription) => [subscription.feed.name, subscription]));
  const wanted = messages.filter((message) => byTopic.get(message.topic)?.isDue(message));
  return { messages: wanted, frame: Outgoing.gather(wanted) };
}
