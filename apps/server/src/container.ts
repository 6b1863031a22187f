import { randomUUID } from 'node:crypto';
import type { Cache } from '@candor/domain/ports/cache';
import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { Lock } from '@candor/domain/ports/lock';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import { TradingManager } from '@candor/engine/trading-manager';
import { createFallbackChain, type FallbackChain } from '@candor/market-data/fallback-chain';
import type { PoolStatistics } from '@candor/storage/database';
import { type MigrationStatus, migrationStatus } from '@candor/storage/migrate';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { knownMigrations, openBacking } from './resources/backing.ts';
import { type Backups, createBackups } from './resources/backups.ts';
import { codeVersion } from './resources/code-version.ts';
import { type ComputePool, createComputePool } from './resources/compute-pool.ts';
import { countTurn } from './resources/count-turn.ts';
import { createFiles, type Files } from './resources/files.ts';
import { HealthBoard } from './resources/health-board.ts';
import { JobDesk } from './resources/job-desk.ts';
import { openLocalProviders } from './resources/local-providers.ts';
import { createLogger } from './resources/logger.ts';
import { memo } from './resources/memo.ts';
import { createMetrics, type Metrics } from './resources/metrics.ts';
import { createOwnStrategies, type OwnStrategies } from './resources/own-strategies.ts';
import { publishSession } from './resources/publish-session.ts';
import type { RedisConnection } from './resources/redis-connection.ts';
import { createSessionOpener } from './resources/session-opener.ts';
import { createStoredBars } from './resources/stored-bars.ts';
import { systemClock } from './resources/system-clock.ts';
import { TradingSeat } from './resources/trading-seat.ts';
import { createTurnStore } from './resources/turn-store.ts';
import { createTypeChecker, type TypeChecker } from './resources/type-checker.ts';

/** The shared things, each made once, when it is first asked for. An operation takes what it declares it needs. */
export interface Container {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly healthBoard: HealthBoard;
  /** Returns the version of the code that computes results. */
  readonly codeVersion: () => string;
  readonly files: Files;
  /** Every source of bars behind one door. */
  readonly marketData: FallbackChain;
  readonly ownStrategies: OwnStrategies;
  readonly typeChecker: TypeChecker;
  readonly unitOfWork: UnitOfWork;
  readonly bus: EventBus;
  readonly cache: Cache;
  readonly lock: Lock;
  readonly queue: JobQueue;
  readonly jobDesk: JobDesk;
  readonly computePool: ComputePool;
  readonly backups: Backups;
  /** Drives the live sessions. Throws `server.not-running` (conflict) in a process that does not. */
  readonly tradingManager: TradingManager;
  /** What is known here of live sessions: nothing, in a process that drives none. */
  readonly tradingStatus: Pick<TradingManager, 'find' | 'list'>;
}

/** What a process does with a container. A command opens what it touches; a server opens all of it. */
export interface ContainerOptions {
  readonly role: 'command' | 'server' | 'worker';
  /** Where the server answers, once it does. */
  readonly url?: () => string | undefined;
}

export interface OpenContainer extends Container {
  /** Opens the database, applies what is missing of its schema, and the queue. Throws what stands against it. */
  open(): Promise<void>;
  /** Returns how the connections to the database are used. */
  poolStatistics(): Promise<PoolStatistics>;
  /** Returns which migrations of the schema are applied. */
  migrationStatus(): Promise<readonly MigrationStatus[]>;
  readonly tradingSeat: TradingSeat;
  /** Where processes count together; undefined when there is only one. */
  readonly redis: RedisConnection | undefined;
  /** Closes what was opened, the database last. */
  close(): Promise<void>;
}

/** Returns the container: the only place where shared things are made. Nothing is opened or read before it is used. */
export function createContainer(config: Config, { role, url = () => undefined }: ContainerOptions): OpenContainer {
  const { home, workingDirectory, nodePath, dataDirectory } = config;
  const clock = systemClock;
  const startedAt = clock.now();
  const newId = randomUUID;
  let version: string | undefined;
  const versionOf = (): string => {
    version ??= codeVersion(home);
    return version;
  };
  const logger = createLogger({ level: role === 'command' ? 'error' : config.logLevel });
  const healthBoard = new HealthBoard(
    clock,
    role === 'worker' ? ['database', 'queue'] : ['database', 'queue', 'sessions'],
  );
  const metrics = createMetrics({ version: versionOf(), nodeVersion: config.nodeVersion });
  healthBoard.onChange((health) => metrics.observeHealth(health));
  const backing = openBacking({
    config,
    logger,
    metrics,
    health: healthBoard,
    migrates: role !== 'worker',
    isCommand: role === 'command',
    describeOwner: () => ({ url: url(), pid: config.processId, startedAt, version: versionOf() }),
  });
  const unitOfWork: UnitOfWork = {
    run: async (work) => (await units()).run(work),
  };
  const units = memo(async () => createUnitOfWork(await backing.database()));
  const onTrouble = (err: unknown): void => logger.warn({ err }, 'background work');
  const queue = lateQueue(() => backing.queue());
  const ownStrategies = createOwnStrategies(home, workingDirectory);
  const computePool = memo(() => createComputePool({ home, workingDirectory, threads: config.computeThreads }));
  const tellSession = async (id: string): Promise<void> => {
    const row = await unitOfWork.run(({ sessions }) => sessions.find(id));
    if (row !== undefined) publishSession(backing.bus(), row, clock.now());
  };
  const tradingSeat = memo(
    () =>
      new TradingSeat({
        lock: backing.lock(),
        clock,
        health: healthBoard,
        onTrouble,
        createManager: () =>
          new TradingManager({
            clock,
            store: createTurnStore({
              unitOfWork,
              bus: backing.bus(),
              clock,
              onCommitted: (turn, tookMs) => countTurn(metrics, turn, tookMs),
            }),
            sessions: {
              find: (id) => unitOfWork.run(({ sessions }) => sessions.find(id)),
              list: (where) => unitOfWork.run(({ sessions }) => sessions.list(where)),
              claim: async (id) => {
                const claimed = await unitOfWork.run(({ sessions }) => sessions.claim(id));
                await tellSession(id);
                return claimed;
              },
              update: async (id, change) => {
                await unitOfWork.run(({ sessions }) => sessions.update(id, change));
                await tellSession(id);
              },
            },
            open: createSessionOpener({ unitOfWork, ownStrategies, clock }),
            onNotice: (notice) => logger.info(notice, 'session'),
          }),
      }),
  );
  const jobDesk = memo(() => new JobDesk({ unitOfWork, queue, bus: backing.bus(), clock, newId, onTrouble }));
  return {
    clock,
    newId,
    config,
    logger,
    metrics,
    healthBoard,
    codeVersion: versionOf,
    files: createFiles(workingDirectory),
    marketData: createFallbackChain([...openLocalProviders(), createStoredBars(unitOfWork)]),
    ownStrategies,
    typeChecker: createTypeChecker(home, nodePath),
    unitOfWork,
    queue,
    backups: createBackups({
      dataDirectory,
      clock,
      codeVersion: versionOf,
      open: async () => {
        const database = await backing.embedded();
        return database === undefined ? undefined : { database, migrations: knownMigrations() };
      },
    }),
    get bus() {
      return backing.bus();
    },
    get cache() {
      return backing.cache();
    },
    get lock() {
      return backing.lock();
    },
    get jobDesk() {
      return jobDesk();
    },
    get computePool() {
      return computePool();
    },
    get tradingSeat() {
      return tradingSeat();
    },
    get tradingManager() {
      return tradingSeat().manager;
    },
    get tradingStatus() {
      return tradingSeat().status;
    },
    get redis() {
      return backing.redis();
    },
    open: async () => {
      await backing.database();
      await backing.queue();
      healthBoard.report('queue', 'up');
    },
    poolStatistics: async () => (await backing.database()).statistics(),
    migrationStatus: async () => migrationStatus(await backing.database()),
    close: async () => {
      if (computePool.isMade()) await computePool().close();
      await backing.close();
    },
  };
}

/** Returns a queue that is opened by the first one to use it. */
function lateQueue(open: () => Promise<JobQueue>): JobQueue {
  return {
    add: async (...given) => (await open()).add(...given),
    remove: async (...given) => (await open()).remove(...given),
    work: async (...given) => (await open()).work(...given),
    schedule: async (...given) => (await open()).schedule(...given),
    depth: async (...given) => (await open()).depth(...given),
    close: async () => (await open()).close(),
  };
}
