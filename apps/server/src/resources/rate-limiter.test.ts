import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithRedis } from '../../../../tests/services/describe-with-redis.ts';
import { RateLimiter } from './rate-limiter.ts';
import { RedisConnection } from './redis-connection.ts';

const LIMITS = {
  read: { limit: 5, windowSeconds: 60 },
  write: { limit: 2, windowSeconds: 60 },
  brief: { limit: 1, windowSeconds: 1 },
} as const;

type Limiter = RateLimiter<keyof typeof LIMITS>;

function holdsAsRateLimiter(opened: () => { readonly here: Limiter; readonly there: Limiter }): void {
  it('lets through as many as a window takes, counting down, and then tells when there is more', async () => {
    const { here, there } = opened();
    const client = randomUUID();
    const verdicts = [];
    for (const limiter of [here, there, here, there, here, there]) verdicts.push(await limiter.take('read', client));
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false]);
    expect(verdicts.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0]);
    for (const { limit, windowSeconds, resetSeconds } of verdicts) {
      expect({ limit, windowSeconds }).toEqual(LIMITS.read);
      expect(resetSeconds).toBeGreaterThanOrEqual(1);
      expect(resetSeconds).toBeLessThanOrEqual(LIMITS.read.windowSeconds);
    }
  });

  it('counts clients and classes apart', async () => {
    const { here } = opened();
    const [first, second] = [randomUUID(), randomUUID()];
    for (let i = 0; i < 3; i++) await here.take('write', first);
    expect((await here.take('write', first)).allowed).toBe(false);
    expect((await here.take('write', second)).allowed).toBe(true);
    expect((await here.take('read', first)).allowed).toBe(true);
  });

  it('counts work by its points', async () => {
    const { here } = opened();
    const client = randomUUID();
    expect(await here.take('read', client, 4)).toMatchObject({ allowed: true, remaining: 1 });
    expect((await here.take('read', client, 2)).allowed).toBe(false);
  });

  it('never lets more through than the limit, however many ask at once', async () => {
    const { here, there } = opened();
    const client = randomUUID();
    const verdicts = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? here : there).take('read', client)),
    );
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(LIMITS.read.limit);
  });

  it('begins anew when the window is over', async () => {
    const { here } = opened();
    const client = randomUUID();
    await here.take('brief', client);
    expect((await here.take('brief', client)).allowed).toBe(false);
    await expect.poll(async () => (await here.take('brief', client)).allowed, { timeout: 5000 }).toBe(true);
  });
}

describe('the rate limiter in memory', () => {
  const limiter = new RateLimiter({ limits: LIMITS });
  holdsAsRateLimiter(() => ({ here: limiter, there: limiter }));
});

describeWithRedis('the rate limiter over Redis', (url) => {
  const prefix = `${randomUUID()}:`;
  let connections: RedisConnection[];
  let limiters: Limiter[];
  beforeAll(async () => {
    connections = [0, 1].map(() => new RedisConnection({ url, health: { report: () => {} } }));
    await Promise.all(connections.map((connection) => connection.whenUp(5000)));
    limiters = connections.map((redis) => new RateLimiter({ limits: LIMITS, shared: { redis, prefix } }));
  });
  afterAll(() => {
    for (const connection of connections) connection.close();
  });
  holdsAsRateLimiter(() => ({ here: limiters[0]!, there: limiters[1]! }));
});
