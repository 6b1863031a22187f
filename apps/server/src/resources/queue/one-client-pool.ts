import { EventEmitter } from 'node:events';
import {
  DEFAULT_SCHEMA,
  type PgPool,
  type PgPoolClient,
  type PgQueryable,
  type PgQueryResult,
  runMigrations,
} from 'bullmq';
import type { ClientBase, Notification, Pool } from 'pg';

// A connection is listened to once, however many queues stand on it.
const adapters = new WeakMap<Pool, Promise<OneClientPool>>();

/**
 * A pg pool of one connection, as BullMQ's PostgreSQL backend wants to see one. That backend keeps a client for LISTEN for ever, which with
 * one connection would leave none for anything else: so what it is handed for a client is a view, the connection listens once for all of
 * them, and notifications are passed on. It is never in a transaction of its own here, so nothing holds the connection while it waits.
 */
export class OneClientPool implements PgPool {
  /** The connection is to our own process: it cannot drop silently, and BullMQ may wait on it long. */
  readonly options = { keepAlive: true };
  readonly #queries: PgQueryable;
  readonly #views = new Set<ClientView>();

  private constructor(pool: Pool) {
    this.#queries = pool;
  }

  /** Returns the pool when its connection listens and BullMQ's tables are there; both are so again whenever it connects anew. */
  static over(pool: Pool): Promise<OneClientPool> {
    const known = adapters.get(pool);
    if (known !== undefined) return known;
    const adapter = new OneClientPool(pool).#begin(pool);
    adapters.set(pool, adapter);
    return adapter;
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    try {
      return await this.#queries.query<Row>(text, params);
    } catch (error) {
      // BullMQ knows a lost connection by these words, and then waits a while before it tries again; anything else it tries at once.
      throw isAnswerOfServer(error) ? error : new Error('Connection is closed.', { cause: error });
    }
  }

  async connect(): Promise<ClientView> {
    const view = new ClientView(this, () => this.#views.delete(view));
    this.#views.add(view);
    return view;
  }

  /** The pool belongs to the database; it is not the queue's to end, and its errors are heard there. */
  async end(): Promise<void> {}

  on(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }

  async #begin(pool: Pool): Promise<this> {
    const before = pool.options.onConnect;
    pool.options.onConnect = async (client) => {
      await before?.(client);
      await this.#listen(client);
      // What was notified while nobody listened is looked for.
      for (const view of [...this.#views]) view.emit('error', new Error('Connection is closed.'));
    };
    const client = await pool.connect();
    try {
      await runMigrations(client);
      await this.#listen(client);
    } finally {
      client.release();
    }
    return this;
  }

  async #listen(client: ClientBase): Promise<void> {
    client.removeListener('notification', this.#passOn);
    client.on('notification', this.#passOn);
    // BullMQ names its tables without their schema. Ours come first, and none has the name of one of BullMQ's.
    await client.query(`set search_path to public, ${DEFAULT_SCHEMA}; listen bullmq_jobs`);
  }

  readonly #passOn = (message: Notification): void => {
    for (const view of this.#views) view.emit('notification', message);
  };
}

// A refusal has an SQLSTATE of five characters; 57P is a server that is going away.
function isAnswerOfServer(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('57P') && !code.startsWith('08');
}

/** What BullMQ takes for a connection of its own. */
class ClientView extends EventEmitter implements PgPoolClient {
  readonly #pool: OneClientPool;
  readonly #onRelease: () => void;

  constructor(pool: OneClientPool, onRelease: () => void) {
    super();
    // BullMQ's own listener comes with its first wait; until then there is nothing to invalidate.
    this.on('error', () => undefined);
    this.#pool = pool;
    this.#onRelease = onRelease;
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    const statement = text.replaceAll(/^\s*--.*$/gm, '').trim();
    const isForOwnConnection = /^(un)?listen\b/i.test(statement) || statement.includes("'application_name'");
    return isForOwnConnection ? { rows: [] } : this.#pool.query<Row>(text, params);
  }

  release(): void {
    this.#onRelease();
  }
}
