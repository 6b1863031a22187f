import { runBacktestJob } from '@candor/server/jobs/backtests/run-backtest-job';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';
import { z } from 'zod';
import { openJobHouse, QUICK_JOBS } from './job-house.ts';
import { openEmbeddedStore, openPostgresStore } from './open-store.ts';
import { planOf } from './plan-of.ts';

// A server's worth of jobs in a process of its own, to be killed. It asks for a backtest and says when a thread is at it.
const Settings = z.object({
  jobId: z.string(),
  strategy: z.string(),
  from: z.string(),
  workingDirectory: z.string(),
  directory: z.string().optional(),
  databaseUrl: z.string().default(''),
  redisUrl: z.string().default(''),
  prefix: z.string().default(''),
});

const settings = Settings.parse(JSON.parse(process.argv[2]!));
const { jobId, strategy, from, workingDirectory, directory, databaseUrl, redisUrl, prefix } = settings;
const onTrouble = (error: unknown): void => console.error(error);
const store = directory === undefined ? await openPostgresStore(databaseUrl) : await openEmbeddedStore(directory);
const queue =
  directory === undefined
    ? createRedisQueue({ redisUrl, prefix, onTrouble, health: { report: () => undefined } })
    : await createPostgresQueue({ pool: store.pool, onTrouble });
const house = openJobHouse({
  unitOfWork: store.unitOfWork,
  queue,
  bus: new MemoryEventBus(onTrouble),
  workingDirectory,
});
house.startWorker([runBacktestJob], { isAlone: directory !== undefined, timing: QUICK_JOBS });
await house.desk.request(runBacktestJob, planOf(strategy, { data: { from } }), 'http', { id: jobId });
setInterval(async () => {
  const row = await house.desk.find(jobId);
  if (row?.state === 'running' && house.pool.load.running === 1) process.send?.('computing');
}, 50);
