import { CandorError } from '@candor/domain/candor-error';
import { Pool, type PoolConfig } from 'pg';
import { translateError } from './translate-error.ts';

/** Where the database is and how many connections may be held to it. What `pg` can be told can be told here, in its words. */
export interface DatabaseOptions extends Omit<PoolConfig, 'max' | 'connectionTimeoutMillis'> {
  readonly maxConnections: number;
  /** How long to wait for a connection: for the server to answer, or for one to come free. */
  readonly connectTimeoutMs?: number;
  /** Told of connections that were lost while nobody used them; others come in their place. */
  readonly onLostConnection?: (error: Error) => void;
}

export interface PoolStatistics {
  readonly total: number;
  readonly idle: number;
  /** Those who wait for a connection. */
  readonly waiting: number;
}

/** A database by its pooled connections. They are made when they are first needed. */
export interface Database {
  /** For units of work, migrations and the job queue; everything else goes through a unit of work. */
  readonly pool: Pool;
  /** Resolves when the database answers; throws `storage.unavailable` (retry) when it does not. */
  ping(): Promise<void>;
  statistics(): PoolStatistics;
  /** Waits for what is under way and gives the connections back. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
// The server ends a statement by itself; a server that no longer answers at all is given up on a little later.
const STATEMENT_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 65_000;
// Longer than any statement: what it ends is a transaction whose owner has died or forgotten it.
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 120_000;
const IDLE_CONNECTION_MS = 60_000;

/** Returns the database at the given address. Nothing is connected to yet. */
export function openDatabase(options: DatabaseOptions): Database {
  const { maxConnections, connectTimeoutMs, onLostConnection, ...address } = options;
  if (!(Number.isInteger(maxConnections) && maxConnections >= 1)) {
    throw new CandorError('storage.bad-options', {
      kind: 'invalid',
      message: `The most connections to the database are a whole number from 1, not ${maxConnections}.`,
    });
  }
  const pool = new Pool({
    application_name: 'candor',
    keepAlive: true,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    ...address,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
  });
  // Without a listener, a connection that breaks while nobody uses it ends the process; one that breaks in use fails its statement as well.
  pool.on('error', (error) => onLostConnection?.(error));
  pool.on('connect', (client) => client.on('error', ignore));
  let closed: Promise<void> | undefined;
  return {
    pool,
    ping: async () => {
      try {
        await pool.query('select 1');
      } catch (error) {
        throw translateError(error);
      }
    },
    statistics: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => {
      closed ??= pool.end();
      return closed;
    },
  };
}

function ignore(): void {}
