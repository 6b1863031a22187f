import { randomUUID } from 'node:crypto';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';
import { describe, type ExpectStatic, it } from 'vitest';
import { describeWithRedis } from '../services/describe-with-redis.ts';
import { openEmbeddedStore } from './open-store.ts';

// A cron line has no seconds, so a test of one waits for the turn of the minute.
const LONGEST_MS = 75_000;

describe.concurrent('a schedule', () => {
  it('falls due once at the turn of the minute in the embedded database', { timeout: LONGEST_MS }, async ({
    expect,
  }) => {
    const database = await openEmbeddedStore();
    const queue = await createPostgresQueue({ pool: database.pool, onTrouble: () => undefined });
    await fallsDueOnce(expect, [queue]);
    await database.close();
  });

  describeWithRedis('in Redis', (redisUrl) => {
    it('falls due once at the turn of the minute, in one of the processes', { timeout: LONGEST_MS }, async ({
      expect,
    }) => {
      const prefix = randomUUID();
      const open = (): JobQueue =>
        createRedisQueue({ redisUrl, prefix, onTrouble: () => undefined, health: { report: () => undefined } });
      await fallsDueOnce(expect, [open(), open()]);
    });
  });
});

async function fallsDueOnce(expect: ExpectStatic, queues: readonly JobQueue[]): Promise<void> {
  const stop = new AbortController();
  const dueAt: number[] = [];
  const from = Date.now();
  const due = async (): Promise<void> => {
    dueAt.push(Date.now());
  };
  const scheduled = queues.map((queue) => queue.schedule('maintenance', '* * * * *', stop.signal, due));
  const nextMinute = Math.ceil(from / 60_000) * 60_000;
  await expect.poll(() => dueAt.length, { timeout: LONGEST_MS, interval: 200 }).toBe(1);
  expect(dueAt[0]).toBeGreaterThanOrEqual(nextMinute);
  // Whoever else would have called it has had the time to.
  await expect.poll(() => Date.now(), { timeout: LONGEST_MS, interval: 200 }).toBeGreaterThan(nextMinute + 2_000);
  expect(dueAt).toHaveLength(1);
  stop.abort();
  await Promise.all(scheduled);
  await Promise.all(queues.map((queue) => queue.close()));
}
