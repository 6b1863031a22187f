import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { JobState, RunRow } from '@candor/domain/ports/repositories';
import { createFallbackChain } from '@candor/market-data/fallback-chain';
import { bundled } from '@candor/market-data/providers/bundled';
import { runBacktestJob } from '@candor/server/jobs/backtests/run-backtest-job';
import { refreshDataJob } from '@candor/server/jobs/data/refresh-data-job';
import { runMaintenanceJob } from '@candor/server/jobs/maintenance/run-maintenance-job';
import { performBacktest } from '@candor/server/resources/backtests/perform-backtest';
import { prepareBacktest } from '@candor/server/resources/backtests/prepare-backtest';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { createFiles } from '@candor/server/resources/files';
import { createOwnStrategies } from '@candor/server/resources/own-strategies';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';
import { systemClock } from '@candor/server/resources/system-clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScratchFolder, REPOSITORY, removeScratchFolder, writeFiles } from '../scratch-folder.ts';
import { describeWithPostgres } from '../services/describe-with-postgres.ts';
import { describeWithRedis } from '../services/describe-with-redis.ts';
import { freshPostgresDatabase } from '../services/fresh-postgres-database.ts';
import { type JobHouse, openJobHouse } from './job-house.ts';
import { openEmbeddedStore, openPostgresStore, type Store } from './open-store.ts';
import { planOf } from './plan-of.ts';

const OPENING_MS = 60_000;
const onTrouble = (): void => undefined;

const strategy = (name: string, onBar: string): string => `
import { long } from '@candor/domain/signal';
import { defineStrategy } from '@candor/strategies/define-strategy';
import { z } from 'zod';
export const mine = defineStrategy({
  id: '${name}', title: '${name}', summary: 'For a test.', params: z.object({}), warmup: () => 1,
  create: () => ({ parts: {}, memory: {}, onBar(view) { ${onBar} return long({ confidence: 0.5, reason: 'always' }); } }),
});
`;

let folder: string;
beforeAll(() => {
  folder = makeScratchFolder('backtest-job-');
  writeFiles(folder, {
    'endless.ts': strategy('endless', 'while (true) view.close;'),
    'slow.ts': strategy('slow', 'let x = 0; for (let i = 0; i < 3e6; i++) x += i % 7; if (x < 0) throw x;'),
  });
});
afterAll(() => removeScratchFolder(folder));

const stateOf = async (house: JobHouse, id: string): Promise<JobState | undefined> =>
  (await house.desk.find(id))?.state;
const untilState = (house: JobHouse, id: string, state: JobState, timeout = 30_000) =>
  expect.poll(() => stateOf(house, id), { timeout, interval: 20 }).toBe(state);

describe('the jobs there are', () => {
  let store: Store;
  let queue: JobQueue;
  let house: JobHouse;
  beforeAll(async () => {
    store = await openEmbeddedStore();
    queue = await createPostgresQueue({ pool: store.pool, onTrouble });
    const bus = new MemoryEventBus(onTrouble);
    house = openJobHouse({ unitOfWork: store.unitOfWork, queue, bus, workingDirectory: folder });
    house.startWorker([runBacktestJob, refreshDataJob, runMaintenanceJob], { isAlone: true });
  }, OPENING_MS);
  afterAll(async () => {
    await house.close();
    await queue.close();
    await store.close();
  });

  it('keep a backtest under the id of the job, the same to the last bit as in one process, and count what was tried', async () => {
    const request = async (slow: number, from = '2014-01-01'): Promise<string> => {
      const plan = planOf('sma-crossover', { data: { from }, params: { fast: 10, slow } });
      const { id } = await house.desk.request(runBacktestJob, plan, 'http');
      await untilState(house, id, 'succeeded');
      return id;
    };
    const ids = [await request(50), await request(100), await request(100), await request(100, '2015-01-01')];
    const runs = await store.unitOfWork.run(async ({ runs }) => {
      const found: (RunRow | undefined)[] = [];
      for (const id of ids) found.push(await runs.find(id));
      return found;
    });
    expect(
      runs.map((run) => run?.manifest.trials),
      'the same once more, or on part of the data, is no new try',
    ).toEqual([1, 2, 2, 2]);
    const run = runs[1]!;
    const prepared = await prepareBacktest(
      {
        clock: systemClock,
        codeVersion: () => 'test',
        files: createFiles(folder),
        marketData: createFallbackChain([bundled.open()]),
        ownStrategies: createOwnStrategies(REPOSITORY, folder),
      },
      { ...planOf('sma-crossover', { data: { from: '2014-01-01' }, params: { fast: 10, slow: 100 } }), trials: 2 },
    );
    const progress = (): void => undefined;
    const here = performBacktest(prepared, { signal: new AbortController().signal, progress });
    expect(run.document).toEqual(JSON.parse(JSON.stringify(here)));
    const job = await house.desk.find(run.id);
    expect(job?.result).toEqual({ runId: run.id, fingerprint: here.fingerprint });
    expect(job?.progress).toMatchObject({ of: 'bars', done: 4 * here.manifest.data.bars });
    const { rows } = await store.unitOfWork.run(({ runs }) => runs.list({ limit: 10 }));
    expect(rows.find(({ id }) => id === run.id)?.headline).toMatchObject({
      verdict: here.assessment.verdict.id,
      symbol: 'AAPL',
      strategy: 'sma-crossover',
      trades: here.trades.filter(({ exitAt }) => exitAt !== null).length,
      trials: 2,
    });
  });

  it('fail with the sentence that names what is wrong with a plan', async () => {
    const { id } = await house.desk.request(runBacktestJob, planOf('sma-crosover'), 'http');
    await untilState(house, id, 'failed');
    expect((await house.desk.find(id))?.error).toMatchObject({
      code: 'strategies.unknown',
      kind: 'not-found',
      message: expect.stringContaining('"sma-crossover"'),
    });
  });

  it('end within two seconds of being called off, though the strategy loops for ever', async () => {
    const { id } = await house.desk.request(runBacktestJob, planOf('./endless.ts'), 'http');
    await untilState(house, id, 'running');
    await expect.poll(() => house.pool.load.running, { timeout: 20_000 }).toBe(1);
    const calledOffAt = performance.now();
    await house.desk.cancel(id);
    await untilState(house, id, 'cancelled', 2_000);
    expect(performance.now() - calledOffAt).toBeLessThan(2_000);
    expect(house.pool.load.running).toBe(0);
    expect(await store.unitOfWork.run(({ runs }) => runs.find(id))).toBeUndefined();
  });

  it('refresh data: say of data that does not grow that nothing is new, and change nothing', async () => {
    const { series, provenance } = await createFallbackChain([bundled.open()]).load({
      symbol: 'AAPL',
      timeframe: '1d',
    });
    await store.unitOfWork.run(async ({ instruments, bars }) => {
      await instruments.save(series.instrument);
      await bars.ingest('bundled:AAPL:1d', series, provenance);
    });
    const { id } = await house.desk.request(refreshDataJob, {}, 'schedule');
    await untilState(house, id, 'succeeded');
    expect((await house.desk.find(id))?.result).toEqual({
      added: 0,
      datasets: [{ datasetId: 'bundled:AAPL:1d', added: 0, conflicting: 0, note: 'Nothing new.' }],
    });
  });

  it('tidy up: remove rows that ended long ago and keep the latest', async () => {
    const longAgo = Date.now() - 40 * 24 * 60 * 60_000;
    const { id: last } = await house.desk.request(refreshDataJob, {}, 'schedule');
    await untilState(house, last, 'succeeded');
    const { rows } = await house.desk.list({ limit: 100 }, { job: refreshDataJob.id });
    await store.unitOfWork.run(async ({ jobs }) => {
      for (const { id, state } of rows) await jobs.change(id, [state], { endedAt: longAgo });
    });
    const { id } = await house.desk.request(runMaintenanceJob, runMaintenanceJob.input.parse({}), 'schedule');
    await untilState(house, id, 'succeeded');
    expect((await house.desk.find(id))?.result).toEqual({ jobsRemoved: rows.length - 1, requestsRemoved: 0 });
    const left = await house.desk.list({ limit: 100 }, { job: refreshDataJob.id });
    expect(left.rows.map((row) => row.id)).toEqual([last]);
  });
});

describe('a process killed in the middle of a backtest', () => {
  it('leaves it to the next process on its directory, which finishes it once', { timeout: 120_000 }, async () => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
    const jobId = randomUUID();
    await killWhileComputing(jobId, { directory });
    const store = await openEmbeddedStore(directory);
    const queue = await createPostgresQueue({ pool: store.pool, onTrouble });
    await finishesOnce(jobId, store, queue, true);
    await store.close();
  });

  describeWithPostgres('on PostgreSQL', () => {
    describeWithRedis('and Redis', (redisUrl) => {
      it('leaves it to another process, which finishes it once', { timeout: 120_000 }, async () => {
        const [databaseUrl, prefix, jobId] = [await freshPostgresDatabase(), randomUUID(), randomUUID()];
        await killWhileComputing(jobId, { databaseUrl, redisUrl, prefix });
        const store = await openPostgresStore(databaseUrl);
        const queue = createRedisQueue({ redisUrl, prefix, onTrouble, health: { report: () => undefined } });
        await finishesOnce(jobId, store, queue, false);
        await store.close();
      });
    });
  });
});

async function killWhileComputing(jobId: string, where: Readonly<Record<string, string>>): Promise<void> {
  const settings = { jobId, strategy: './slow.ts', from: '2017-06-01', workingDirectory: folder, ...where };
  const child = fork(join(import.meta.dirname, 'job-process.ts'), [JSON.stringify(settings)]);
  await once(child, 'message', { signal: AbortSignal.timeout(60_000) });
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function finishesOnce(jobId: string, store: Store, queue: JobQueue, isAlone: boolean): Promise<void> {
  const bus = new MemoryEventBus(onTrouble);
  const house = openJobHouse({ unitOfWork: store.unitOfWork, queue, bus, workingDirectory: folder });
  expect(await stateOf(house, jobId)).toBe('running');
  house.startWorker([runBacktestJob], { isAlone });
  await untilState(house, jobId, 'succeeded', 60_000);
  expect((await house.desk.find(jobId))?.attempts).toBe(2);
  const { rows } = await store.unitOfWork.run(({ runs }) => runs.list({ limit: 10 }));
  expect(rows.map(({ id, manifest }) => [id, manifest.trials])).toEqual([[jobId, 1]]);
  await house.close();
  await queue.close();
}
