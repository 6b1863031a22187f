import { once } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import type { HealthBoard } from './health-board.ts';
import { Heartbeat } from './heartbeat.ts';
import { within } from './within.ts';

const LONGEST_RETRY_MS = 2000;
const CONNECT_TIMEOUT_MS = 5000;
const ANSWER_TIMEOUT_MS = 1000;

export interface RedisConnectionSettings {
  readonly url: string;
  readonly health: Pick<HealthBoard, 'report'>;
  /** Between two looks at whether it still answers. */
  readonly beatMs?: number;
}

/** The connection to Redis that commands share. It comes back by itself, and while it is away a command fails at once instead of waiting. */
export class RedisConnection {
  readonly client: Redis;
  readonly #settings: RedisConnectionSettings;
  readonly #heartbeat: Heartbeat;
  #isUp = false;
  #lastError = '';

  constructor(settings: RedisConnectionSettings) {
    this.#settings = settings;
    this.client = new Redis(settings.url, {
      ...PERSISTENT,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_TIMEOUT_MS,
    });
    this.client.on('error', (error: Error) => {
      this.#lastError = reasonOf(error);
    });
    this.client.on('close', () => this.#tell(false, this.#lastError || 'the connection was closed'));
    this.client.on('ready', () => this.#tell(true));
    this.#heartbeat = new Heartbeat(this.client, settings.beatMs, (answers) =>
      this.#tell(answers, 'it is connected and does not answer'),
    );
  }

  /** Whether it answered when it was last asked. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Resolves with whether it is up, as soon as it is or when the time is over. */
  async whenUp(timeoutMs: number): Promise<boolean> {
    if (this.#isUp) return true;
    return within(timeoutMs, once(this.client, 'ready')).then(
      () => true,
      () => this.#isUp,
    );
  }

  /** Returns a connection of its own for subscriptions; they are taken up again whenever it comes back. The caller closes it. */
  subscriber(): RedisSubscriber {
    return new RedisSubscriber(this.#settings.url, this.#settings.beatMs);
  }

  close(): void {
    this.#heartbeat.stop();
    this.client.removeAllListeners('close');
    this.client.disconnect();
  }

  #tell(isUp: boolean, reason = ''): void {
    this.#isUp = isUp;
    if (isUp) this.#lastError = '';
    this.#settings.health.report('redis', isUp ? 'up' : 'down', isUp ? undefined : `Redis is away: ${reason}.`);
  }
}

/** A connection that only listens. What it is asked to follow while it is away, it follows when it is back. */
export class RedisSubscriber {
  readonly client: Redis;
  readonly #heartbeat: Heartbeat;

  constructor(url: string, beatMs?: number) {
    this.client = new Redis(url, { ...PERSISTENT, autoResubscribe: true, maxRetriesPerRequest: null });
    // It is told about by the connection for commands, which goes when this one does.
    this.client.on('error', () => {});
    this.#heartbeat = new Heartbeat(this.client, beatMs, () => {});
  }

  close(): void {
    this.#heartbeat.stop();
    this.client.disconnect();
  }
}

const PERSISTENT: RedisOptions = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  retryStrategy: (attempt) => Math.min(25 * 2 ** Math.min(attempt, 10), LONGEST_RETRY_MS),
};

// Names and addresses are the operator's own; a password never stands in these messages.
function reasonOf(error: Error & { readonly code?: string }): string {
  return error.code ?? error.message;
}
