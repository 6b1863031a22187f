import type { Json } from '@candor/domain/json';
import { expect, it } from 'vitest';
import { freshId, jobRow } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

/** Jobs, and the keys of requests that may be repeated. */
export function describeJobsAndKeys(storage: () => StorageUnderTest): void {
  const found = (id: string) => storage().unitOfWork.run(({ jobs }) => jobs.find(id));

  it('adds a job once', async () => {
    const job = jobRow({ input: null });
    await storage().unitOfWork.run(async ({ jobs }) => {
      expect(await jobs.add(job)).toBe(true);
      expect(await jobs.add({ ...job, state: 'running' })).toBe(false);
      expect(await jobs.find(job.id)).toStrictEqual({ ...job, seq: expect.any(Number) });
    });
  });

  it('changes what is named of a job that is in one of the given states', async () => {
    const job = jobRow({ heartbeatAt: 3, progress: { done: 1, total: 2, of: 'bars' } });
    await storage().unitOfWork.run(async ({ jobs }) => {
      await jobs.add(job);
      expect(await jobs.change(job.id, ['running'], { attempts: 9 })).toBe(false);
      expect(await jobs.change(job.id, ['queued'], { state: 'running', startedAt: 5, attempts: 1 })).toBe(true);
      expect(await jobs.change(job.id, ['running'], { progress: undefined })).toBe(true);
      expect(await jobs.change(job.id, ['running', 'queued'], {})).toBe(true);
      expect(await jobs.change(freshId('nowhere'), ['queued'], { attempts: 1 })).toBe(false);
    });
    expect(await found(job.id)).toEqual({
      ...job,
      seq: expect.any(Number),
      state: 'running',
      startedAt: 5,
      attempts: 1,
      progress: undefined,
    });
  });

  it.each([[null], [0], [''], ['7'], [[]], [{ a: null }], [false]] as [Json][])(
    'tells the result %j from a missing one',
    async (result) => {
      const job = jobRow();
      await storage().unitOfWork.run(({ jobs }) => jobs.add(job));
      expect((await found(job.id))?.result).toBeUndefined();
      await storage().unitOfWork.run(({ jobs }) => jobs.change(job.id, ['queued'], { state: 'succeeded', result }));
      expect((await found(job.id))?.result).toStrictEqual(result);
    },
  );

  it.each(['succeeded', 'failed', 'cancelled'] as const)('never leaves the state %s', async (state) => {
    const job = jobRow({ state });
    await storage().unitOfWork.run(async ({ jobs }) => {
      await jobs.add(job);
      expect(await jobs.change(job.id, [state], { state: 'queued' })).toBe(false);
      expect(await jobs.change(job.id, [state], { endedAt: 5 })).toBe(true);
    });
    expect(await found(job.id)).toMatchObject({ state, endedAt: 5 });
  });

  it('lets one of many take a queued job', async () => {
    const job = jobRow();
    await storage().unitOfWork.run(({ jobs }) => jobs.add(job));
    const taken = await Promise.all(
      Array.from({ length: 5 }, () =>
        storage().unitOfWork.run(({ jobs }) => jobs.change(job.id, ['queued'], { state: 'running' })),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('lists jobs newest first by kind and state, and prunes what ended but for the latest of its kind', async () => {
    const kind = freshId('kind');
    const rows = [
      jobRow({ job: kind, state: 'succeeded', endedAt: 10 }),
      jobRow({ job: kind, state: 'failed', endedAt: 20 }),
      jobRow({ job: kind, state: 'running' }),
      jobRow({ job: kind, state: 'cancelled', endedAt: 30 }),
      jobRow({ job: kind, state: 'succeeded', endedAt: 40 }),
    ];
    const ids = rows.map(({ id }) => id);
    await storage().unitOfWork.run(async ({ jobs }) => {
      for (const row of rows) await jobs.add(row);
      const listed = async (states?: Parameters<typeof jobs.list>[1]) =>
        (await jobs.list({ limit: 10 }, { job: kind, ...states })).rows.map(({ id }) => ids.indexOf(id));
      expect(await listed()).toEqual([4, 3, 2, 1, 0]);
      expect(await listed({ states: ['running', 'failed'] })).toEqual([2, 1]);
      await jobs.prune(30);
      expect(await listed()).toEqual([4, 3, 2]);
      await jobs.prune(1_000);
      expect(await listed()).toEqual([4, 2]);
    });
  });

  it('gives a key to the first who asks, and its answer to the others', async () => {
    const row = { key: freshId('key'), operation: 'backtests.run', requestSha256: 'ab', createdAt: 5 };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => storage().unitOfWork.run(({ idempotency }) => idempotency.reserve(row))),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer !== undefined)).toEqual(Array(3).fill({ ...row, answer: undefined }));
    await storage().unitOfWork.run(async ({ idempotency }) => {
      const answer = { status: 202, body: null };
      await idempotency.settle(row.key, row.operation, answer);
      await idempotency.release(row.key, row.operation);
      expect(await idempotency.reserve(row)).toEqual({ ...row, answer });
      expect(await idempotency.reserve({ ...row, operation: 'another' })).toBeUndefined();
    });
  });

  it('frees a key whose request came to nothing, and those that are old', async () => {
    const row = { key: freshId('key'), operation: 'a', requestSha256: 'ab', createdAt: -5 };
    await storage().unitOfWork.run(async ({ idempotency }) => {
      expect(await idempotency.reserve(row)).toBeUndefined();
      await idempotency.release(row.key, row.operation);
      expect(await idempotency.reserve(row)).toBeUndefined();
      await idempotency.settle(row.key, row.operation, { status: 200, body: {} });
      expect(await idempotency.prune(0)).toBe(1);
      expect(await idempotency.reserve(row)).toBeUndefined();
    });
  });
}
