import type { JobQueue } from '@candor/domain/ports/job-queue';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { HealthBoard } from '../health-board.ts';
import { Heartbeat } from '../heartbeat.ts';
import { BullmqQueue, type QueueTiming } from './bullmq-queue.ts';

export interface RedisQueueSettings {
  readonly redisUrl: string;
  /** Before every key of the queue. */
  readonly prefix?: string | undefined;
  /** Hears of errors that are not an answer to anyone: the connection lost, a ticket that could not be put away. */
  readonly onTrouble: (error: unknown) => void;
  readonly health: Pick<HealthBoard, 'report'>;
  readonly timing?: QueueTiming | undefined;
}

/** Returns the queue in Redis or Valkey. While that is away commands fail with `queue.unavailable` and workers wait; both go on by themselves. */
export function createRedisQueue({
  redisUrl,
  prefix = 'candor',
  onTrouble,
  health,
  timing,
}: RedisQueueSettings): JobQueue {
  // Who asks is told soon; who works waits for as long as it takes.
  const asking = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: 1 });
  const working = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: null });
  const heartbeats = [asking, working].map((client) => {
    client.on('error', onTrouble);
    return new Heartbeat(client, undefined, (answers) => tell(answers));
  });
  const tell = (isUp: boolean): void =>
    health.report('queue', isUp ? 'up' : 'down', isUp ? undefined : 'The job queue is away: Redis does not answer.');
  asking.on('ready', () => tell(true));
  asking.on('close', () => tell(false));

  return new BullmqQueue(
    {
      createQueue: (name, options) => new Queue(name, { ...options, prefix, connection: asking }),
      createWorker: (name, processor, options) =>
        new Worker(name, processor, { ...options, prefix, connection: working }),
      close: async () => {
        for (const heartbeat of heartbeats) heartbeat.stop();
        asking.removeAllListeners('close');
        asking.disconnect();
        working.disconnect();
      },
    },
    onTrouble,
    timing,
  );
}

function retryStrategy(attempt: number): number {
  return Math.min(25 * 2 ** Math.min(attempt, 10), 2_000);
}
