import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { QueueTiming } from '@candor/server/resources/queue/bullmq-queue';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeWithOwnServer } from '../services/describe-with-own-server.ts';
import { describeWithRedis } from '../services/describe-with-redis.ts';
import { openEmbeddedStore } from './open-store.ts';

const health = { report: () => undefined };
// A new cluster takes some seconds, and more on a busy machine.
const OPENING_MS = 60_000;
const QUICK: QueueTiming = { answerMs: 2_000, stalledMs: 1_000, againMs: 50, idleMs: 2_000, closeMs: 2_000 };

describe('the job queue in the embedded database', () => {
  let database: Awaited<ReturnType<typeof openEmbeddedStore>>;
  beforeAll(async () => {
    database = await openEmbeddedStore();
  }, OPENING_MS);
  afterAll(() => database.close());
  keepsItsContract(() => createPostgresQueue({ pool: database.pool, onTrouble: () => undefined, timing: QUICK }));

  it('hears of ids at once, also after its connection was lost and made anew', async () => {
    const patient = { ...QUICK, idleMs: 600_000, stalledMs: 600_000 };
    const queue = await createPostgresQueue({ pool: database.pool, onTrouble: () => undefined, timing: patient });
    const stop = new AbortController();
    const seen: string[] = [];
    const working = queue.work('patient', { concurrency: 1, signal: stop.signal }, async (id) => {
      seen.push(id);
    });
    await queue.add('patient', 'a');
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['a']);
    (await database.pool.connect()).release(true);
    await queue.add('patient', 'b');
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['a', 'b']);
    stop.abort();
    await working;
    await queue.close();
  });

  it('shares no name of a table with what is stored', async () => {
    const { rows } = await database.pool.query<{ ours: string[]; theirs: string[] }>(`
      select array(select table_name::text from information_schema.tables where table_schema = 'public') as ours,
             array(select table_name::text from information_schema.tables where table_schema = 'bullmq') as theirs`);
    expect(rows[0]!.theirs.length).toBeGreaterThan(10);
    expect(rows[0]!.ours.filter((name) => rows[0]!.theirs.includes(name))).toEqual([]);
  });

  it('leaves the one connection to others while workers wait', async () => {
    const queue = await createPostgresQueue({ pool: database.pool, onTrouble: () => undefined, timing: QUICK });
    const stop = new AbortController();
    const works = ['one', 'two', 'three'].map((job) =>
      queue.work(job, { concurrency: 4, signal: stop.signal }, async () => undefined),
    );
    const client = await database.pool.connect();
    await client.query('begin');
    expect((await client.query('select 1 as answer')).rows).toEqual([{ answer: 1 }]);
    await client.query('commit');
    client.release();
    stop.abort();
    await Promise.all(works);
    await queue.close();
  });
});

describeWithRedis('the job queue in Redis', (redisUrl) => {
  const open = (prefix = randomUUID()): JobQueue =>
    createRedisQueue({ redisUrl, prefix, onTrouble: () => undefined, health, timing: QUICK });
  keepsItsContract(async () => open());

  it('shares ids between processes, and hands on those of one that was killed', async () => {
    const prefix = randomUUID();
    const queue = open(prefix);
    await queue.add('compute', 'a');
    const holder = fork(join(import.meta.dirname, 'queue-holder.ts'), [redisUrl, prefix, 'compute']);
    const [taken] = await once(holder, 'message');
    expect(taken).toBe('a');
    holder.kill('SIGKILL');
    const stop = new AbortController();
    const again = new Promise<string>((resolve) => {
      void queue.work('compute', { concurrency: 1, signal: stop.signal }, async (id) => resolve(id));
    });
    expect(await again).toBe('a');
    stop.abort();
    await queue.close();
  });
});

describeWithOwnServer('redis', 'the job queue while Redis is away', (start) => {
  it('says so at once, waits, and goes on by itself when it is back', async () => {
    const server = await start();
    const queue = createRedisQueue({ redisUrl: server.url, onTrouble: () => undefined, health, timing: QUICK });
    const stop = new AbortController();
    const seen: string[] = [];
    const working = queue.work('compute', { concurrency: 2, signal: stop.signal }, async (id) => {
      seen.push(id);
    });
    await queue.add('compute', 'before');
    await expect.poll(() => seen).toEqual(['before']);
    await server.kill();
    await expect(queue.add('compute', 'meanwhile')).rejects.toMatchObject({ code: 'queue.unavailable', kind: 'retry' });
    await expect(queue.depth('compute')).rejects.toMatchObject({ code: 'queue.unavailable' });
    await server.start();
    await expect
      .poll(
        () =>
          queue.add('compute', 'after').then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await expect.poll(() => seen, { timeout: 20_000 }).toContain('after');
    stop.abort();
    await working;
    await queue.close();
  });

  it('closes though Redis never comes back, with an id still being worked on', async () => {
    const server = await start();
    const queue = createRedisQueue({ redisUrl: server.url, onTrouble: () => undefined, health, timing: QUICK });
    const begun = Promise.withResolvers<void>();
    const working = queue.work(
      'compute',
      { concurrency: 1, signal: new AbortController().signal },
      async (_id, signal) => {
        begun.resolve();
        await once(signal, 'abort');
      },
    );
    await queue.add('compute', 'a');
    await begun.promise;
    await server.kill();
    await queue.close();
    await working;
  });
});

function keepsItsContract(open: () => Promise<JobQueue>): void {
  let queue: JobQueue;
  let stop: AbortController;
  // Names of its own keep a test's ids from the next one.
  let job: string;
  beforeEach(async () => {
    queue = await open();
    stop = new AbortController();
    job = `compute-${randomUUID()}`;
  });
  afterEach(async () => {
    stop.abort();
    await queue.close();
  });

  const collect = (concurrency = 1, work: (id: string) => Promise<void> = async () => undefined) => {
    const seen: string[] = [];
    const ended = queue.work(job, { concurrency, signal: stop.signal }, async (id) => {
      seen.push(id);
      await work(id);
    });
    return { seen, ended };
  };

  it('hands over every one of 200 ids, with many at work', async () => {
    const ids = Array.from({ length: 200 }, (_, i) => `${job}:${i}`);
    const { seen } = collect(8);
    await Promise.all(ids.map((id) => queue.add(job, id)));
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(200);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    await expect.poll(() => queue.depth(job)).toEqual({ waiting: 0, active: 0 });
  });

  it('hands over an id that was added twice while it waited once, and one added after it was begun again', async () => {
    await queue.add(job, 'a');
    await queue.add(job, 'a');
    await queue.add(job, 'a', { delayMs: 1 });
    expect(await queue.depth(job)).toEqual({ waiting: 1, active: 0 });
    let isAddedAgain = false;
    const { seen } = collect(1, async () => {
      if (isAddedAgain) return;
      isAddedAgain = true;
      await queue.add(job, 'a');
      await queue.add(job, 'a');
    });
    await expect.poll(() => seen).toEqual(['a', 'a']);
    await expect.poll(() => queue.depth(job)).toEqual({ waiting: 0, active: 0 });
    expect(seen).toEqual(['a', 'a']);
  });

  it('keeps a delayed id back for its time', async () => {
    const { seen } = collect();
    const from = performance.now();
    await queue.add(job, 'later', { delayMs: 400 });
    await queue.add(job, 'now');
    await expect.poll(() => seen, { interval: 5 }).toEqual(['now', 'later']);
    expect(performance.now() - from).toBeGreaterThanOrEqual(395);
  });

  it('takes back an id that nobody has begun, and no other', async () => {
    await queue.add(job, 'a');
    await queue.add(job, 'delayed', { delayMs: 60_000 });
    expect(await queue.remove(job, 'a')).toBe(true);
    expect(await queue.remove(job, 'a')).toBe(false);
    expect(await queue.remove(job, 'delayed')).toBe(true);
    expect(await queue.remove(job, 'unknown')).toBe(false);
    const begun = Promise.withResolvers<void>();
    const { seen } = collect(1, async () => begun.resolve(await new Promise((r) => setImmediate(r))));
    await queue.add(job, 'b');
    await begun.promise;
    expect(await queue.remove(job, 'b')).toBe(false);
    expect(seen).toEqual(['b']);
  });

  it('begins an id again whose work failed', async () => {
    let fails = 2;
    const { seen } = collect(1, async () => {
      if (fails-- > 0) throw new Error('the database is away');
    });
    await queue.add(job, 'a');
    await expect.poll(() => seen).toEqual(['a', 'a', 'a']);
    await expect.poll(() => queue.depth(job)).toEqual({ waiting: 0, active: 0 });
  });

  it('ends when asked to, after the last has ended, and leaves the rest waiting', async () => {
    const begun = Promise.withResolvers<void>();
    let isEnded = false;
    const working = queue.work(job, { concurrency: 1, signal: stop.signal }, async (_id, signal) => {
      begun.resolve();
      await once(signal, 'abort');
      isEnded = true;
    });
    await queue.add(job, 'a');
    await begun.promise;
    await queue.add(job, 'b');
    expect(await queue.depth(job)).toEqual({ waiting: 1, active: 1 });
    stop.abort();
    await working;
    expect(isEnded).toBe(true);
    expect(await queue.depth(job)).toEqual({ waiting: 1, active: 0 });
  });

  it.each(['* * * *', '0 0 * * * *', 'every minute', '99 * * * *', ''])('refuses "%s" for a schedule', async (cron) => {
    await expect(queue.schedule(job, cron, stop.signal, async () => undefined)).rejects.toMatchObject({
      code: 'queue.bad-cron',
      kind: 'invalid',
    });
  });
}
