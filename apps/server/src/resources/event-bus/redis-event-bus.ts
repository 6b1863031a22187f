import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { RedisConnection, RedisSubscriber } from '../redis-connection.ts';
import { Listeners } from './listeners.ts';

export interface RedisEventBusSettings {
  readonly redis: RedisConnection;
  /** Before every channel's name, so that several deployments share a Redis. */
  readonly prefix: string;
  /** Hears of a listener that threw. */
  readonly onTrouble: (error: unknown) => void;
  /** Is called for every message that could not be sent. */
  readonly onLost: () => void;
}

/** Carries messages between processes over Redis. A message published while Redis is away is lost, and counted. */
export class RedisEventBus implements EventBus {
  readonly #settings: RedisEventBusSettings;
  readonly #subscriber: RedisSubscriber;
  readonly #listeners: Listeners;
  #isClosed = false;

  constructor(settings: RedisEventBusSettings) {
    this.#settings = settings;
    this.#listeners = new Listeners(settings.onTrouble);
    this.#subscriber = settings.redis.subscriber();
    this.#subscriber.client.on('message', (prefixed: string, text: string) => {
      if (this.#isClosed) return;
      const message: Json = JSON.parse(text);
      this.#listeners.tell(prefixed.slice(settings.prefix.length), message);
    });
  }

  publish(channel: string, message: Json): void {
    if (this.#isClosed) return;
    const { redis, prefix, onLost } = this.#settings;
    redis.client.publish(`${prefix}${channel}`, JSON.stringify(message)).catch(onLost);
  }

  subscribe(channel: string, listener: (message: Json) => void): () => void {
    const isFirst = !this.#listeners.has(channel);
    const leave = this.#listeners.add(channel, listener);
    if (isFirst) this.#follow('subscribe', channel);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      leave();
      if (!this.#listeners.has(channel)) this.#follow('unsubscribe', channel);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#subscriber.close();
  }

  #follow(command: 'subscribe' | 'unsubscribe', channel: string): void {
    if (this.#isClosed) return;
    // Fails only when the connection is closed for good; while it is away the command waits for it.
    this.#subscriber.client[command](`${this.#settings.prefix}${channel}`).catch(() => {});
  }
}
