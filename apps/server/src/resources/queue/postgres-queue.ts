import type { JobQueue } from '@candor/domain/ports/job-queue';
import { createPostgresBackend, withBackend } from 'bullmq';
import type { Pool } from 'pg';
import { BullmqQueue, type QueueTiming } from './bullmq-queue.ts';
import { OneClientPool } from './one-client-pool.ts';

export interface PostgresQueueSettings {
  /** The embedded database's, of one connection. With several this backend was seen to lose the end of jobs. */
  readonly pool: Pool;
  readonly onTrouble: (error: unknown) => void;
  readonly timing?: QueueTiming | undefined;
}

/** Returns the queue in the embedded database, over the connection that everything else uses too. */
export async function createPostgresQueue({ pool, onTrouble, timing }: PostgresQueueSettings): Promise<JobQueue> {
  const connection = await OneClientPool.over(pool);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  return new BullmqQueue(
    {
      createQueue: (name, options) => new Queue(name, { ...options, connection }),
      createWorker: (name, processor, options) => new Worker(name, processor, { ...options, connection }),
      close: async () => {},
    },
    onTrouble,
    timing,
  );
}
