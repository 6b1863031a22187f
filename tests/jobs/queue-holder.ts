import { createRedisQueue } from '@candor/server/resources/queue/redis-queue';

// Takes an id, says so, and never lets go of it.
const [redisUrl, prefix, job] = process.argv.slice(2);
const queue = createRedisQueue({
  redisUrl: redisUrl!,
  prefix,
  onTrouble: () => undefined,
  health: { report: () => undefined },
  timing: { stalledMs: 1_000 },
});
await queue.work(job!, { concurrency: 1, signal: new AbortController().signal }, async (id) => {
  process.send?.(id);
  await new Promise(() => setInterval(() => undefined, 1_000));
});
