import { setTimeout as wait } from 'node:timers/promises';
import { CandorError } from '@candor/domain/candor-error';
import type { Cache } from '@candor/domain/ports/cache';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { Lock } from '@candor/domain/ports/lock';
import { type Database, openDatabase } from '@candor/storage/database';
import {
  type EmbeddedDatabase,
  type EmbeddedDatabaseEvent,
  openEmbeddedDatabase,
} from '@candor/storage/embedded/embedded-database';
import { preparedClusterPath } from '@candor/storage/embedded/prepared-cluster';
import { migrate, readMigrations, requireCurrentSchema } from '@candor/storage/migrate';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createMemoryCache } from './cache/memory-cache.ts';
import { createRedisCache } from './cache/redis-cache.ts';
import { acquireDataDirectory, type DataDirectoryOwner, findOwner, type OwnerDescription } from './data-directory.ts';
import { MemoryEventBus } from './event-bus/memory-event-bus.ts';
import { RedisEventBus } from './event-bus/redis-event-bus.ts';
import type { HealthBoard } from './health-board.ts';
import { MemoryLock } from './lock/memory-lock.ts';
import { RedisLock } from './lock/redis-lock.ts';
import { type Memo, memo } from './memo.ts';
import type { Metrics } from './metrics.ts';
import { DirectQueue } from './queue/direct-queue.ts';
import { RedisConnection } from './redis-connection.ts';

export interface BackingSettings {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: HealthBoard;
  /** Applies what is missing of the schema; otherwise a schema that is behind is refused. */
  readonly migrates: boolean;
  /** A command works on its own jobs, and waits while another command has the data. */
  readonly isCommand: boolean;
  /** Who has the data directory, for whoever asks. */
  readonly describeOwner: () => OwnerDescription;
}

/** What everything that is kept and carried stands on: one directory, or PostgreSQL and Redis. Each part is opened when it is first asked for. */
export interface OpenBacking {
  /** Resolves once the database is there and its schema is current. */
  database(): Promise<Database>;
  /** The embedded database, where there is one. */
  embedded(): Promise<EmbeddedDatabase | undefined>;
  queue(): Promise<JobQueue>;
  bus(): EventBus;
  cache(): Cache;
  lock(): Lock;
  /** Where processes count together; undefined when there is only one. */
  redis(): RedisConnection | undefined;
  close(): Promise<void>;
}

const KEY_PREFIX = 'candor:';
const CACHE_CHARACTERS = 32 * 1024 * 1024;
const MOST_CONNECTIONS = 10;
const PING_MS = 5_000;
const TIDY_MS = 10 * 60_000;
const TURN_MS = 120_000;
const LOOK_MS = 50;

/** Returns the backing that the configuration names. Nothing is opened yet. */
export function openBacking(settings: BackingSettings): OpenBacking {
  return settings.config.backing.kind === 'embedded'
    ? openEmbeddedBacking(settings)
    : openServerBacking(settings, settings.config.backing);
}

function openEmbeddedBacking(settings: BackingSettings): OpenBacking {
  const { config, logger, metrics, health, describeOwner } = settings;
  let owner: DataDirectoryOwner | undefined;
  let embedded: EmbeddedDatabase | undefined;
  let tidying: NodeJS.Timeout | undefined;
  const shut = async (): Promise<void> => {
    await embedded?.stop();
    await owner?.release();
    embedded = undefined;
    owner = undefined;
  };
  const opened = memo(async () => {
    const acquire = () => acquireDataDirectory(config.dataDirectory, { describe: describeOwner });
    owner = await (settings.isCommand ? inTurn(config.dataDirectory, acquire) : acquire());
    try {
      embedded = await openEmbeddedDatabase({
        owner,
        prepared: preparedClusterPath(config.home),
        report: (event) => tell(settings, event),
      });
      const { max, ...address } = embedded.connection;
      const database = openDatabase({ ...address, maxConnections: max, ...hooks(settings) });
      try {
        await migrate(database);
      } catch (error) {
        await database.close();
        throw error;
      }
      health.report('database', 'up');
      if (!settings.isCommand) tidying = keepTidy(database, settings);
      return database;
    } catch (error) {
      // Nothing half-open stays behind: the next one to ask begins anew.
      await shut();
      throw error;
    }
  });
  const queue = memo(async () => {
    if (settings.isCommand) return new DirectQueue();
    // Read in only where it is used: a command would wait for it.
    const { createPostgresQueue } = await import('./queue/postgres-queue.ts');
    const { pool } = await opened();
    return createPostgresQueue({ pool, onTrouble: (err) => logger.warn({ err }, 'the job queue') });
  });
  const parts = {
    bus: memo(() => new MemoryEventBus((err) => logger.error({ err }, 'a listener failed'))),
    cache: memo(() =>
      createMemoryCache({
        maxCharacters: CACHE_CHARACTERS,
        count: (outcome) => metrics.cacheRequests.inc({ outcome }),
      }),
    ),
    lock: memo(() => new MemoryLock()),
  };
  return {
    ...parts,
    database: opened,
    queue,
    embedded: async () => {
      await opened();
      return embedded;
    },
    redis: () => undefined,
    close: async () => {
      await made(queue)?.then((each) => each.close());
      await made(opened)?.then((database) => database.close());
      clearInterval(tidying);
      await shut();
    },
  };
}

/** Gives the room of overwritten rows back, which a database server does by itself and the embedded one does not. */
function keepTidy(database: Database, { logger }: BackingSettings): NodeJS.Timeout {
  const tidy = (): void =>
    void database.pool
      .query('vacuum (analyze)')
      .catch((err: unknown) => logger.warn({ err }, 'the database was not tidied'));
  return setInterval(tidy, TIDY_MS).unref();
}

function tell({ logger, health }: BackingSettings, event: EmbeddedDatabaseEvent): void {
  if (event.kind === 'lost') {
    logger.error(event, 'the embedded database was lost');
    health.report('database', 'down', `The database was lost and is opened again: ${event.reason}`);
    return;
  }
  logger.info(event, 'the embedded database');
  if (event.kind === 'recovered') health.report('database', 'up');
}

function openServerBacking(
  settings: BackingSettings,
  { databaseUrl, redisUrl }: Extract<Config['backing'], { kind: 'servers' }>,
): OpenBacking {
  const { logger, metrics, health, migrates } = settings;
  const onTrouble = (err: unknown): void => logger.warn({ err }, 'redis');
  const redis = memo(() => new RedisConnection({ url: redisUrl, health }));
  let isUp = true;
  health.onChange(({ components }) => {
    isUp = components.find(({ name }) => name === 'redis')?.state !== 'down';
  });
  const cache = memo(() =>
    createRedisCache({
      url: redisUrl,
      prefix: KEY_PREFIX,
      isUp: () => isUp,
      count: (outcome) => metrics.cacheRequests.inc({ outcome }),
    }),
  );
  const bus = memo(
    () =>
      new RedisEventBus({
        redis: redis(),
        prefix: KEY_PREFIX,
        onTrouble,
        onLost: () => metrics.busMessagesLost.inc(),
      }),
  );
  const queue = memo(async () => {
    const { createRedisQueue } = await import('./queue/redis-queue.ts');
    return createRedisQueue({ redisUrl, health, onTrouble });
  });
  let pinging: NodeJS.Timeout | undefined;
  const database = memo(async () => {
    const opened = openDatabase({
      connectionString: databaseUrl,
      maxConnections: MOST_CONNECTIONS,
      ...hooks(settings),
    });
    try {
      if (migrates) await migrate(opened);
      else await requireCurrentSchema(opened);
    } catch (error) {
      await opened.close();
      throw error;
    }
    health.report('database', 'up');
    pinging = setInterval(() => {
      opened.ping().then(
        () => health.report('database', 'up'),
        () => health.report('database', 'down', 'The database does not answer.'),
      );
    }, PING_MS);
    pinging.unref();
    return opened;
  });
  return {
    database,
    queue,
    bus,
    cache,
    lock: memo(() => new RedisLock(redis().client, KEY_PREFIX)),
    redis,
    embedded: async () => undefined,
    close: async () => {
      clearInterval(pinging);
      await made(queue)?.then((each) => each.close());
      if (bus.isMade()) await bus().close();
      if (cache.isMade()) cache().close();
      if (redis.isMade()) redis().close();
      await made(database)?.then((each) => each.close());
    },
  };
}

function hooks({ logger }: BackingSettings) {
  return { onLostConnection: (err: Error) => logger.warn({ err }, 'a connection to the database was lost') };
}

/** Returns the names of the migrations that this code has. */
export function knownMigrations(): string[] {
  return readMigrations().map(({ name }) => name);
}

/** Waits for other commands that have the data. Throws what `acquire` throws when a server has it, or when the others take too long. */
async function inTurn<T>(directory: string, acquire: () => Promise<T>): Promise<T> {
  for (const giveUpAt = Date.now() + TURN_MS; ; ) {
    try {
      return await acquire();
    } catch (error) {
      const isTaken = error instanceof CandorError && error.code === 'data-directory.taken';
      if (!isTaken || Date.now() > giveUpAt || (await findOwner(directory))?.url !== undefined) throw error;
      await wait(LOOK_MS);
    }
  }
}

function made<T>(thing: Memo<T>): T | undefined {
  return thing.isMade() ? thing() : undefined;
}
