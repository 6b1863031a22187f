import type { Json } from '@candor/domain/json';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { describeWithOwnServer } from '../../../../tests/services/describe-with-own-server.ts';
import type { CacheOutcome } from './cache/keyv-cache.ts';
import { createRedisCache, type RedisCache } from './cache/redis-cache.ts';
import { RedisEventBus } from './event-bus/redis-event-bus.ts';
import { HealthBoard } from './health-board.ts';
import { RedisLock } from './lock/redis-lock.ts';
import { RateLimiter } from './rate-limiter.ts';
import { RedisConnection } from './redis-connection.ts';
import { systemClock } from './system-clock.ts';

type Server = Awaited<ReturnType<Parameters<Parameters<typeof describeWithOwnServer>[2]>[0]>>;

const LONG_MS = 60_000;
/** The longest that anything may keep its caller waiting on a Redis that does not answer. */
const PATIENCE_MS = 3000;

describeWithOwnServer('redis', 'while Redis is away', (start) => {
  let server: Server;
  let health: HealthBoard;
  let redis: RedisConnection;
  let bus: RedisEventBus;
  let cache: RedisCache;
  let outcomes: CacheOutcome[];
  let lost: number;

  beforeAll(async () => {
    server = await start();
    health = new HealthBoard(systemClock, []);
    redis = new RedisConnection({ url: server.url, health, beatMs: 50 });
    outcomes = [];
    lost = 0;
    bus = new RedisEventBus({
      redis,
      prefix: '',
      onTrouble: () => {},
      onLost: () => {
        lost++;
      },
    });
    cache = createRedisCache({
      url: server.url,
      prefix: '',
      isUp: () => redis.isUp,
      count: (outcome) => outcomes.push(outcome),
    });
  });
  beforeEach(() => untilRedisIs('up'));
  afterAll(async () => {
    await bus.close();
    cache.close();
    redis.close();
  });

  const redisState = () => health.state().components.find(({ name }) => name === 'redis');
  const untilRedisIs = (state: string): Promise<void> =>
    vi.waitFor(() => expect(redisState()?.state).toBe(state), { timeout: 10_000 });

  it('is told, with the reason, and told again when it is back', async () => {
    await server.kill();
    await untilRedisIs('down');
    expect(redisState()?.reason).toMatch(/^Redis is away: .+\.$/);
    await server.start();
    await untilRedisIs('up');
    expect(redisState()?.reason).toBeUndefined();
  });

  it('is told when it is connected and only does not answer', async () => {
    await server.pause();
    await untilRedisIs('down');
    await server.resume();
    await untilRedisIs('up');
  });

  it('a published message is lost and counted, and subscriptions are taken up again by themselves', async () => {
    const heard: Json[] = [];
    const leave = bus.subscribe('orders', (message) => heard.push(message));
    const carries = (message: string): Promise<void> =>
      vi.waitFor(
        () => {
          bus.publish('orders', message);
          expect(heard).toContain(message);
        },
        { timeout: 10_000 },
      );
    await carries('before');
    await server.kill();
    await untilRedisIs('down');
    const before = lost;
    expect(() => bus.publish('orders', 'meanwhile')).not.toThrow();
    const leaveLater = bus.subscribe('fills', (message) => heard.push(message));
    await vi.waitFor(() => expect(lost).toBe(before + 1));
    await server.start();
    await carries('after');
    await vi.waitFor(() => {
      bus.publish('fills', 'followed since');
      expect(heard).toContain('followed since');
    });
    expect(heard).not.toContain('meanwhile');
    leave();
    leaveLater();
  });

  it.each(['killed', 'frozen'] as const)(
    'the cache knows nothing while it is %s, and is nobody’s error',
    async (how) => {
      const keeps = (): Promise<void> =>
        vi.waitFor(
          async () => {
            await cache.set('bars', [1, 2], LONG_MS);
            expect(await cache.get('bars')).toEqual([1, 2]);
          },
          { timeout: 10_000 },
        );
      await keeps();
      await (how === 'killed' ? server.kill() : server.pause());
      const from = performance.now();
      outcomes.length = 0;
      await cache.set('bars', [3], LONG_MS);
      expect(await cache.get('bars')).toBeUndefined();
      await cache.delete('bars');
      expect(performance.now() - from).toBeLessThan(PATIENCE_MS);
      expect(outcomes).toEqual(['failed', 'failed', 'failed']);
      await (how === 'killed' ? server.start() : server.resume());
      await keeps();
    },
  );

  it.each(['killed', 'frozen'] as const)(
    'requests are let through up to each process’s own limit while it is %s',
    async (how) => {
      const limiter = new RateLimiter({
        limits: { read: { limit: 2, windowSeconds: 60 } },
        shared: { redis, prefix: `${how}:` },
      });
      await limiter.take('read', 'somebody');
      await (how === 'killed' ? server.kill() : server.pause());
      const from = performance.now();
      const verdicts = [];
      for (let i = 0; i < 3; i++) verdicts.push(await limiter.take('read', 'somebody'));
      expect(performance.now() - from).toBeLessThan(PATIENCE_MS);
      expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
      await (how === 'killed' ? server.start() : server.resume());
    },
  );

  it('who holds a lock loses it in time, and who asks for one is told to try again', async () => {
    const lock = new RedisLock(redis.client, '');
    const ttlMs = 300;
    const held = lock.hold('session', ttlMs, async (signal) => {
      await server.kill();
      const from = performance.now();
      await expect(lock.hold('another', ttlMs, async () => {})).rejects.toMatchObject({
        code: 'lock.unavailable',
        kind: 'retry',
      });
      await vi.waitFor(() => expect(signal.aborted).toBe(true));
      expect(performance.now() - from, 'no later than the lease could have run out').toBeLessThan(ttlMs + 200);
    });
    await expect(held).rejects.toMatchObject({ code: 'lock.lost' });
    await server.start();
    await untilRedisIs('up');
    expect(await lock.hold('session', ttlMs, async () => 'ran')).toBe('ran');
  });

  it('a lock that an empty Redis knows nothing of is lost, even when Redis was gone only for a moment', async () => {
    const lock = new RedisLock(redis.client, '');
    const held = lock.hold('session', 3000, async (signal) => {
      await server.kill();
      await server.start();
      await vi.waitFor(() => expect(signal.aborted).toBe(true), { timeout: 5000 });
    });
    await expect(held).rejects.toMatchObject({ code: 'lock.lost' });
  });
});
