import { join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { createContainer, type OpenContainer } from '../container.ts';
import { createHttpServer } from '../http/create-http-server.ts';
import { RATE_LIMITS } from '../http/rate-limits.ts';
import { refuseForeign } from '../http/request-guard.ts';
import type { LiveHub } from '../http/websocket/live-hub.ts';
import { mountWebSocket } from '../http/websocket/mount-websocket.ts';
import { createSnapshots } from '../http/websocket/snapshots.ts';
import { jobCatalog } from '../jobs/catalog.ts';
import { type JobWorker, startJobWorker } from '../jobs/job-worker.ts';
import { operationCatalog } from '../operations/catalog.ts';
import { openFirstDemo } from '../operations/demo/begin-demo.ts';
import { SERVER_ADDRESS } from '../resources/find-server.ts';
import type { HealthBoard } from '../resources/health-board.ts';
import { liveTopic, publishLive } from '../resources/live-topics.ts';
import { RateLimiter } from '../resources/rate-limiter.ts';
import { wireHealth } from '../resources/wire/wire-health.ts';

/** What a process does: `server` all of it, `api` everything but jobs, `worker` nothing but jobs. */
export type ProcessKind = 'server' | 'api' | 'worker';

export interface Serving {
  /** Where it answers; undefined for a worker. */
  readonly url: string | undefined;
  /** Ends everything in order: no more requests, sessions at the border of a turn, jobs put back, the database last. */
  stop(): Promise<void>;
}

const REOPEN_MS = 2_000;
const FIGURES_MS = 5_000;
const ADDRESS_MS = 10_000;

/**
 * Starts a process and resolves when it is ready, or as far as it has come when the signal aborts. Throws what stands against it, and leaves
 * nothing open then.
 */
export async function serve(config: Config, kind: ProcessKind, signal: AbortSignal): Promise<Serving> {
  if (kind !== 'server' && config.backing.kind === 'embedded') {
    throw new CandorError('config.needs-servers', {
      kind: 'invalid',
      message: `candor ${kind} is one of several processes, which need DATABASE_URL and REDIS_URL. Run all in one with: npm start.`,
    });
  }
  let url: string | undefined;
  const container = createContainer(config, { role: kind === 'worker' ? 'worker' : 'server', url: () => url });
  const stopping = new AbortController();
  signal.addEventListener('abort', () => stopping.abort(), { once: true });
  const parts: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    stopping.abort();
    for (const end of parts.toReversed()) await end();
    await container.close();
  };
  try {
    // What is embedded is opened before anybody is let in; a database server may take its time, and meanwhile we can say so.
    if (config.backing.kind === 'embedded') await container.open();
    if (stopping.signal.aborted) return { url, stop };
    if (kind !== 'worker') {
      const app = await createApp(container);
      tellHealth(container);
      parts.push(() => app.close());
      url = await listen(app, config);
      if (config.backing.kind === 'servers') parts.push(tellAddress(container, url));
    }
    if (config.backing.kind === 'servers') await openPatiently(container, stopping.signal);
    if (stopping.signal.aborted) return { url, stop };
    if (kind !== 'api') parts.push(startJobs(container, config));
    if (kind !== 'worker') {
      const seat = container.tradingSeat.hold(stopping.signal, async () => {
        if (config.opensDemo) await openFirstDemo(container);
      });
      parts.push(async () => {
        stopping.abort();
        await seat;
      });
      await untilReady(container, stopping.signal);
    }
    parts.push(keepFigures(container));
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for a database server that is away, until the signal aborts: a start before its database is no failure. */
async function openPatiently(container: OpenContainer, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await container.open();
      return;
    } catch (error) {
      // A worker that is started beside the API waits until that one has brought the schema up to date.
      const passes = error instanceof CandorError && (error.kind === 'retry' || error.code === 'storage.schema-behind');
      if (!passes) throw error;
      container.healthBoard.report('database', 'down', 'The database does not answer.');
      container.logger.warn({ err: error }, 'waiting for the database');
      await container.clock.until(container.clock.now() + REOPEN_MS, signal).catch(() => {});
    }
  }
}

function startJobs(container: OpenContainer, { backing }: Config): () => Promise<void> {
  const { jobDesk: desk, unitOfWork, queue, bus, clock, logger: log, metrics } = container;
  const worker: JobWorker = startJobWorker({
    catalog: jobCatalog,
    container,
    desk,
    unitOfWork,
    queue,
    bus,
    clock,
    log,
    metrics: {
      started: (job) => metrics.jobsActive.inc({ job }),
      ended: (job, outcome, tookMs) => {
        metrics.jobsActive.dec({ job });
        metrics.jobs.observe({ job, outcome }, tookMs / 1000);
      },
    },
    isAlone: backing.kind === 'embedded',
  });
  return () => worker.close();
}

async function createApp(container: OpenContainer): Promise<FastifyInstance> {
  const { config, logger, metrics, healthBoard, unitOfWork, clock, codeVersion, bus, tradingStatus, redis } = container;
  const limits = { limits: RATE_LIMITS, ...(redis === undefined ? {} : { shared: { redis, prefix: 'candor:rate:' } }) };
  return createHttpServer({
    operations: operationCatalog,
    container,
    logger,
    metrics,
    health: healthBoard,
    rateLimiter: new RateLimiter(limits),
    unitOfWork,
    clock,
    // The beginning of the hash is enough for people; the whole of it is in every manifest.
    version: codeVersion().replace(/(\+sha256\.[0-9a-f]{8}).*/, '$1'),
    dashboard: join(config.home, 'apps/web/out'),
    mountLive: async (app) => {
      const hub = await mountWebSocket(app, {
        bus,
        clock,
        metrics: metrics.live,
        loadSnapshot: createSnapshots({ unitOfWork, manager: tradingStatus, health: () => healthBoard.state(), clock }),
        isAllowed: ({ raw }) => refuseForeign(raw, new Set(), true) === undefined,
      });
      resyncAfterLoss(healthBoard, hub);
    },
  });
}

/** Messages between processes are lost while Redis is away, so that those who watch are shown anew how everything stands. */
function resyncAfterLoss(healthBoard: HealthBoard, hub: LiveHub): void {
  let wasDown = false;
  healthBoard.onChange(({ components }) => {
    const isDown = components.some(({ name, state }) => name === 'redis' && state === 'down');
    if (wasDown && !isDown) hub.resync();
    wasDown = isDown;
  });
}

/** Tells those who watch how the parts of this process are. */
function tellHealth({ healthBoard, bus, clock }: OpenContainer): void {
  healthBoard.onChange((health) => {
    const now = clock.now();
    publishLive(bus, { topic: liveTopic('health'), type: 'delta', at: now, recordedAt: now, data: wireHealth(health) });
  });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new CandorError('server.port-taken', {
      kind: 'conflict',
      message: `Port ${port} is ${code === 'EACCES' ? 'not ours to take' : 'taken by another program'}. Choose another one: PORT=3001 npm start.`,
      cause: error,
    });
  }
}

/** Tells commands on other machines where the server is; a server that is gone is soon forgotten. */
function tellAddress({ cache }: OpenContainer, url: string): () => Promise<void> {
  const tell = (): void => void cache.set(SERVER_ADDRESS, url, 3 * ADDRESS_MS);
  tell();
  const timer = setInterval(tell, ADDRESS_MS);
  return async () => {
    clearInterval(timer);
    await cache.delete(SERVER_ADDRESS);
  };
}

/** Resolves when every part that requests need has reported, or the signal aborts. */
async function untilReady({ healthBoard }: OpenContainer, signal: AbortSignal): Promise<void> {
  if (healthBoard.state().isReady) return;
  await new Promise<void>((resolve) => {
    const end = healthBoard.onChange(({ isReady }) => {
      if (!isReady) return;
      end();
      resolve();
    });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Keeps the figures that nobody reports: they are looked at now and then. */
function keepFigures({ tradingStatus, metrics, queue, logger, poolStatistics }: OpenContainer): () => Promise<void> {
  const look = async (): Promise<void> => {
    metrics.sessions.reset();
    for (const { state } of tradingStatus.list()) metrics.sessions.inc({ state });
    const { total, idle, waiting } = await poolStatistics();
    metrics.databaseConnections.set({ state: 'idle' }, idle);
    metrics.databaseConnections.set({ state: 'busy' }, total - idle);
    metrics.databaseConnections.set({ state: 'waiting' }, waiting);
    for (const { id: job } of jobCatalog) metrics.jobsWaiting.set({ job }, (await queue.depth(job)).waiting);
  };
  // While the database or the queue is away, their figures stay as they were; health says that they are.
  const lookAgain = (): void => void look().catch((err: unknown) => logger.debug({ err }, 'figures were not taken'));
  lookAgain();
  const timer = setInterval(lookAgain, FIGURES_MS);
  timer.unref();
  return async () => clearInterval(timer);
}
