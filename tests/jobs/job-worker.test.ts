import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { JobRow, JobState } from '@candor/domain/ports/repositories';
import { defineJob, type JobDefinition, type JobWork } from '@candor/server/jobs/define-job';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { LIVE_CHANNEL } from '@candor/server/resources/live-topics';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWithPostgres } from '../services/describe-with-postgres.ts';
import { describeWithRedis } from '../services/describe-with-redis.ts';
import { freshPostgresDatabase } from '../services/fresh-postgres-database.ts';
import { type JobHouse, openJobHouse } from './job-house.ts';
import { openEmbeddedStore, openPostgresStore, type Store } from './open-store.ts';

// A new cluster takes some seconds, and more on a busy machine.
const OPENING_MS = 60_000;
const QUEUE = { answerMs: 2_000, stalledMs: 1_000, againMs: 50, idleMs: 1_000, closeMs: 2_000 };

describe('jobs in the embedded database', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmbeddedStore();
  }, OPENING_MS);
  afterAll(() => store.close());
  areRunAsPromised(
    () => store,
    () => createPostgresQueue({ pool: store.pool, onTrouble: () => undefined, timing: QUEUE }),
  );

  it('are written down though the queue is away, and run when one is there', async () => {
    const { unitOfWork } = store;
    const bus = new MemoryEventBus(() => undefined);
    const definition = defineJob({
      id: `test.${randomUUID()}`,
      summary: 'For a test.',
      input: z.object({}),
      output: z.object({}),
      concurrency: 1,
      attempts: 1,
      backoffMs: 10,
      timeoutMs: 10_000,
      needs: [],
      run: async () => ({}),
    });
    const nowhere = createRedisQueue({
      redisUrl: 'redis://127.0.0.1:1',
      onTrouble: () => undefined,
      health: { report: () => undefined },
      timing: { ...QUEUE, answerMs: 200 },
    });
    const away = openJobHouse({ unitOfWork, queue: nowhere, bus });
    const { id, state } = await away.desk.request(definition, {}, 'http');
    expect(state).toBe('queued');
    expect(away.troubles).toMatchObject([{ code: 'queue.unavailable' }]);
    await away.close();
    await nowhere.close();
    const queue = await createPostgresQueue({ pool: store.pool, onTrouble: () => undefined, timing: QUEUE });
    const house = openJobHouse({ unitOfWork, queue, bus });
    house.startWorker([definition]);
    await expect.poll(async () => (await house.desk.find(id))?.state, { timeout: 10_000 }).toBe('succeeded');
    await house.close();
    await queue.close();
  });
});

describeWithPostgres('jobs in PostgreSQL', () => {
  describeWithRedis('with Redis', (redisUrl) => {
    let store: Store;
    beforeAll(async () => {
      store = await openPostgresStore(await freshPostgresDatabase());
    });
    afterAll(() => store.close());
    const prefix = randomUUID();
    areRunAsPromised(
      () => store,
      async () =>
        createRedisQueue({
          redisUrl,
          prefix,
          onTrouble: () => undefined,
          health: { report: () => undefined },
          timing: QUEUE,
        }),
    );
  });
});

type Work = (input: { readonly n: number }, work: JobWork) => Promise<{ readonly n: number }>;

function areRunAsPromised(storeOf: () => Store, openQueue: () => Promise<JobQueue>): void {
  let queue: JobQueue;
  let bus: MemoryEventBus;
  let house: JobHouse;
  // Jobs of its own keep a test's rows from the workers of the next one.
  let suffix: string;
  beforeEach(async () => {
    queue = await openQueue();
    bus = new MemoryEventBus((error) => house.troubles.push(error));
    house = openJobHouse({ unitOfWork: storeOf().unitOfWork, queue, bus });
    suffix = randomUUID();
  });
  afterEach(async () => {
    await house.close();
    await queue.close();
  });

  const job = (run: Work, change: Partial<JobDefinition<{ n: number }, { n: number }, never>> = {}) =>
    defineJob({
      id: `test.${suffix}`,
      summary: 'For a test.',
      input: z.strictObject({ n: z.int() }),
      output: z.object({ n: z.int() }),
      concurrency: 2,
      attempts: 3,
      backoffMs: 10,
      timeoutMs: 30_000,
      needs: [],
      run: (_deps, input, work) => run(input, work),
      ...change,
    });
  const rowOf = async (id: string): Promise<JobRow> => (await house.desk.find(id))!;
  const untilState = (id: string, state: JobState) =>
    expect.poll(async () => (await rowOf(id)).state, { timeout: 10_000, interval: 20 }).toBe(state);
  const untilAborted: Work = async (_input, { signal }) => {
    await once(signal, 'abort');
    throw signal.reason;
  };
  const writeDown = async (definition: JobDefinition, change: Partial<JobRow>): Promise<string> => {
    const id = randomUUID();
    const row: Omit<JobRow, 'seq'> = {
      id,
      job: definition.id,
      input: { n: 1 },
      state: 'queued',
      progress: undefined,
      result: undefined,
      error: undefined,
      attempts: 0,
      maxAttempts: 3,
      requestedBy: 'http',
      cancelRequestedAt: undefined,
      createdAt: Date.now(),
      startedAt: undefined,
      heartbeatAt: undefined,
      endedAt: undefined,
    };
    await storeOf().unitOfWork.run(({ jobs }) => jobs.add({ ...row, ...change }));
    return id;
  };

  it('lead from a row that waits to a row with the result, and tell each step of the way', async () => {
    const told: Json[] = [];
    bus.subscribe(LIVE_CHANNEL, (message) => told.push(message));
    const definition = job(async ({ n }, { progress }) => {
      progress({ done: 1, total: 2, of: 'halves' });
      return { n: n + 1 };
    });
    const { id, state } = await house.desk.request(definition, { n: 1 }, 'http');
    expect(state).toBe('queued');
    house.startWorker([definition]);
    await untilState(id, 'succeeded');
    expect(await rowOf(id)).toMatchObject({
      result: { n: 2 },
      progress: { done: 1, total: 2, of: 'halves' },
      attempts: 1,
      error: undefined,
    });
    const ours = z.array(z.object({ topic: z.literal('jobs'), data: z.object({ id: z.string(), state: z.string() }) }));
    await expect.poll(() => ours.parse(told).at(-1)?.data).toEqual({ id, state: 'succeeded' });
    const states = ours.parse(told).map(({ data }) => data.state);
    expect(states.filter((each, i) => each !== states[i - 1])).toEqual(['queued', 'running', 'succeeded']);
    expect(house.troubles).toEqual([]);
  });

  it('are all run, each once, when 200 come at once and two workers share them', async () => {
    const ran: number[] = [];
    const definition = job(
      async ({ n }) => {
        ran.push(n);
        return { n };
      },
      { concurrency: 4 },
    );
    house.startWorker([definition]);
    house.startWorker([definition]);
    const ids = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => (await house.desk.request(definition, { n }, 'http')).id),
    );
    await untilAllOver(ids);
    expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });

  const untilAllOver = (ids: readonly string[]) =>
    expect
      .poll(
        async () => {
          const { rows } = await house.desk.list({ limit: 1_000 }, { states: ['succeeded'] });
          return ids.filter((id) => rows.every((row) => row.id !== id));
        },
        { timeout: 40_000, interval: 200 },
      )
      .toEqual([]);

  it('are asked for once under one id, whoever repeats it, and an id is one job’s', async () => {
    let runs = 0;
    const definition = job(async ({ n }) => {
      runs++;
      return { n };
    });
    const id = `mine-${suffix}`;
    const first = await house.desk.request(definition, { n: 1 }, 'http', { id });
    expect(await house.desk.request(definition, { n: 1 }, 'http', { id })).toEqual(first);
    house.startWorker([definition]);
    await untilState(id, 'succeeded');
    expect((await house.desk.request(definition, { n: 1 }, 'http', { id })).state).toBe('succeeded');
    await expect(house.desk.request(definition, { n: 2 }, 'http', { id })).rejects.toMatchObject({
      code: 'jobs.id-taken',
      kind: 'conflict',
    });
    await expect.poll(() => queue.depth(definition.id)).toEqual({ waiting: 0, active: 0 });
    expect(runs).toBe(1);
  });

  it('are refused with input they do not take, and no row is written', async () => {
    const definition = job(async ({ n }) => ({ n }));
    const id = `bad-${suffix}`;
    await expect(house.desk.request(definition, { n: 0.5 }, 'http', { id })).rejects.toMatchObject({
      code: 'jobs.bad-input',
      kind: 'invalid',
      message: expect.stringContaining('"n"'),
    });
    expect(await house.desk.find(id)).toBeUndefined();
  });

  it('are tried again after an error that may pass, each time later, and no more often than they may', async () => {
    const triedAt: number[] = [];
    const definition = job(
      async ({ n }) => {
        triedAt.push(performance.now());
        if (triedAt.length <= n) throw new CandorError('test.busy', { kind: 'retry', message: 'Busy.' });
        return { n };
      },
      { backoffMs: 100 },
    );
    house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 2 }, 'http');
    await untilState(id, 'succeeded');
    expect(await rowOf(id)).toMatchObject({ attempts: 3, error: undefined });
    expect(triedAt[1]! - triedAt[0]!).toBeGreaterThanOrEqual(95);
    expect(triedAt[2]! - triedAt[1]!).toBeGreaterThanOrEqual(195);

    triedAt.length = 0;
    const hopeless = await house.desk.request(definition, { n: 9 }, 'http');
    await untilState(hopeless.id, 'failed');
    expect(triedAt).toHaveLength(3);
    expect(await rowOf(hopeless.id)).toMatchObject({
      attempts: 3,
      error: { code: 'test.busy', kind: 'retry', message: 'Busy.' },
    });
  });

  it.each([
    ['refused', new CandorError('test.no', { kind: 'invalid', message: 'No.' }), { code: 'test.no', message: 'No.' }],
    ['unforeseen', new TypeError('secret is undefined'), { code: 'jobs.unexpected' }],
  ])('fail at once where the error is %s, and tell of it only what may be shown', async (_kind, thrown, shown) => {
    const definition = job(async () => {
      throw thrown;
    });
    house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 1 }, 'http');
    await untilState(id, 'failed');
    const row = await rowOf(id);
    expect(row).toMatchObject({ attempts: 1, error: shown });
    expect(JSON.stringify(row.error)).not.toMatch(/secret|at .*\.ts/);
    expect(JSON.stringify(house.troubles)).toContain('job');
  });

  it('are ended when they take longer than they may', async () => {
    const definition = job(untilAborted, { timeoutMs: 100 });
    house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 1 }, 'http');
    await untilState(id, 'failed');
    expect((await rowOf(id)).error).toMatchObject({ code: 'jobs.timed-out' });
  });

  it('are called off before they begin, while they run, and not after', async () => {
    const begun = Promise.withResolvers<void>();
    const definition = job(
      async (input, work) => {
        begun.resolve();
        return untilAborted(input, work);
      },
      { concurrency: 1 },
    );
    const waiting = await house.desk.request(definition, { n: 1 }, 'http');
    expect((await house.desk.cancel(waiting.id)).state).toBe('cancelled');
    house.startWorker([definition]);
    const running = await house.desk.request(definition, { n: 2 }, 'http');
    await begun.promise;
    await house.desk.cancel(running.id);
    await untilState(running.id, 'cancelled');
    expect((await house.desk.cancel(running.id)).state, 'once more is no harm').toBe('cancelled');

    const quick = { ...definition, id: `${definition.id}-quick`, run: async () => ({ n: 1 }) };
    house.startWorker([quick]);
    const { id } = await house.desk.request(quick, { n: 1 }, 'http');
    await untilState(id, 'succeeded');
    await expect(house.desk.cancel(id)).rejects.toMatchObject({ code: 'jobs.over', kind: 'conflict' });
    await expect(house.desk.cancel('nobody')).rejects.toMatchObject({ code: 'jobs.unknown', kind: 'not-found' });
  });

  it('are called off though the message is lost, by what the row says', async () => {
    const begun = Promise.withResolvers<void>();
    const definition = job(async (input, work) => {
      begun.resolve();
      return untilAborted(input, work);
    });
    house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 1 }, 'http');
    await begun.promise;
    await storeOf().unitOfWork.run(({ jobs }) => jobs.change(id, ['running'], { cancelRequestedAt: Date.now() }));
    await untilState(id, 'cancelled');
  });

  it('are put back when their worker closes, with the try not counted, and run by the next', async () => {
    const begun = Promise.withResolvers<void>();
    let isPatient = true;
    const definition = job(async (input, work) => {
      begun.resolve();
      return isPatient ? untilAborted(input, work) : input;
    });
    const worker = house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 1 }, 'http');
    await begun.promise;
    await worker.close();
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 0, heartbeatAt: undefined });
    isPatient = false;
    house.startWorker([definition]);
    await untilState(id, 'succeeded');
    expect((await rowOf(id)).attempts).toBe(1);
  });

  it('that the queue has lost are found by their rows', async () => {
    const definition = job(async ({ n }) => ({ n }));
    const ids = await Promise.all(Array.from({ length: 5 }, () => writeDown(definition, {})));
    const worker = house.startWorker([definition]);
    await worker.started;
    const late = await writeDown(definition, {});
    for (const id of [...ids, late]) await untilState(id, 'succeeded');
  });

  it('whose worker died are run again, given up, or left to whom they belong', async () => {
    const definition = job(async ({ n }) => ({ n }));
    const longAgo = Date.now() - 5_000;
    const dead = { state: 'running', attempts: 1, startedAt: longAgo, heartbeatAt: longAgo } as const;
    const again = await writeDown(definition, dead);
    const exhausted = await writeDown(definition, { ...dead, attempts: 3 });
    const commands = await writeDown(definition, { ...dead, requestedBy: 'cli' });
    const calledOff = await writeDown(definition, { ...dead, cancelRequestedAt: longAgo });
    const alive = await writeDown(definition, { ...dead, heartbeatAt: Date.now() + 60_000 });
    house.startWorker([definition]);
    await untilState(again, 'succeeded');
    expect((await rowOf(again)).attempts).toBe(2);
    expect(await rowOf(exhausted)).toMatchObject({ state: 'failed', error: { code: 'jobs.worker-lost' } });
    expect(await rowOf(commands)).toMatchObject({ state: 'failed', error: { code: 'jobs.interrupted' } });
    expect((await rowOf(calledOff)).state).toBe('cancelled');
    expect((await rowOf(alive)).state).toBe('running');
  });

  it('that were running when a lone process starts are a dead one’s, however fresh', async () => {
    const definition = job(async ({ n }) => ({ n }));
    const now = Date.now() + 60_000;
    const id = await writeDown(definition, { state: 'running', attempts: 1, startedAt: now, heartbeatAt: now });
    house.startWorker([definition], { isAlone: true });
    await untilState(id, 'succeeded');
  });

  it('that lost their row to another worker end without touching it', async () => {
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const definition = job(async (input, work) => {
      begun.resolve();
      return untilAborted(input, work).finally(() => ended.resolve());
    });
    house.startWorker([definition]);
    const { id } = await house.desk.request(definition, { n: 1 }, 'http');
    await begun.promise;
    const taken = { attempts: 2, startedAt: Date.now() + 1, heartbeatAt: Date.now() + 60_000 };
    await storeOf().unitOfWork.run(({ jobs }) => jobs.change(id, ['running'], taken));
    await ended.promise;
    await expect.poll(() => queue.depth(definition.id)).toEqual({ waiting: 0, active: 0 });
    expect(await rowOf(id)).toMatchObject({ state: 'running', ...taken });
  });
}
