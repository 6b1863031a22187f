import { RateLimiter } from '@candor/server/resources/rate-limiter';
import { afterEach, describe, expect, it } from 'vitest';
import { PracticeServer } from './practice-server.ts';

let server: PracticeServer;
afterEach(() => server.stop());

describe('an operation', () => {
  it('stops when its client leaves', async () => {
    server = await PracticeServer.start();
    const leave = new AbortController();
    const left = server.fetch('/api/practice/slow', { signal: leave.signal });
    await server.until(() => server.workshop.events.includes('slow began'));
    leave.abort();
    await expect(left).rejects.toThrow();
    await server.until(() => server.workshop.events.includes('slow aborted'));
    const requests = () => server.log.filter(({ msg }) => msg !== undefined && !String(msg).startsWith('Server'));
    await server.until(() => requests().length > 0);
    expect(requests().map(({ msg, route, status }) => [msg, route, status])).toEqual([
      ['request', '/api/practice/slow', 499],
    ]);
  });

  it('stops when it takes too long, and the client hears of it', async () => {
    server = await PracticeServer.start({ limits: { answerTimeoutMs: 50 } });
    const response = await server.fetch('/api/practice/slow');
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'http.timed-out' }]);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(server.workshop.events).toEqual(['slow began', 'slow aborted']);
  });
});

describe('a client that asks too much', () => {
  it('hears what is left, then that it is too much and until when', async () => {
    const window = { limit: 2, windowSeconds: 60 };
    server = await PracticeServer.start({
      rateLimiter: new RateLimiter({ limits: { read: window, write: window, heavy: window } }),
    });
    const reads = [];
    for (let i = 0; i < 3; i++) reads.push(await server.fetch('/api/practice/echo/ab'));
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(reads[2]!.headers.get('ratelimit-policy')).toBe('"read";q=2;w=60');
    expect(reads.map(({ headers }) => headers.get('ratelimit'))).toEqual([
      expect.stringMatching(/^"read";r=1;t=\d+$/),
      expect.stringMatching(/^"read";r=0;t=\d+$/),
      expect.stringMatching(/^"read";r=0;t=\d+$/),
    ]);
    expect(Number(reads[2]!.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await reads[2]!.json()).toMatchObject({ code: 'http.too-many-requests' });
  });

  it('is counted for what is kept, too', async () => {
    const window = { limit: 3, windowSeconds: 60 };
    server = await PracticeServer.start({
      rateLimiter: new RateLimiter({ limits: { read: window, write: window, heavy: window } }),
    });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await server.fetch('/api/practice/constant')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  it('may still act when it has read too much, and nothing is done for one too many', async () => {
    const window = { limit: 2, windowSeconds: 60 };
    server = await PracticeServer.start({
      rateLimiter: new RateLimiter({ limits: { read: { ...window, limit: 1 }, write: window, heavy: window } }),
    });
    await server.fetch('/api/practice/echo/ab');
    expect((await server.fetch('/api/practice/echo/ab')).status).toBe(429);
    const orders = ['ABC', 'ABD', 'ABE'].map((symbol) => server.post('/api/practice/orders', { symbol }));
    expect((await Promise.all(orders)).map(({ status }) => status).toSorted()).toEqual([201, 201, 429]);
    expect(server.workshop.orders.length).toBe(2);
    expect((await server.fetch('/health')).status, 'those who watch are not counted').toBe(200);
  });
});

describe('those who watch', () => {
  it('see that it lives, whether it is ready, and why not', async () => {
    server = await PracticeServer.start();
    expect(await (await server.fetch('/health')).json()).toEqual({ status: 'alive' });
    const unknown = await server.fetch('/ready');
    expect([unknown.status, await unknown.json()]).toEqual([503, { status: 'not-ready', components: [] }]);
    server.health.report('database', 'down', 'It is away.');
    const early = await server.fetch('/ready');
    expect([early.status, await early.json()]).toMatchObject([
      503,
      { status: 'not-ready', components: [{ name: 'database', state: 'down', reason: 'It is away.' }] },
    ]);
    server.health.report('database', 'up');
    const later = await server.fetch('/ready');
    expect([later.status, await later.json()]).toMatchObject([
      200,
      { status: 'ready', components: [{ name: 'database', state: 'up', reason: null }] },
    ]);
  });

  it('read how many requests there were, by route and never by address', async () => {
    server = await PracticeServer.start();
    await server.fetch('/api/practice/echo/somebody?tags=x');
    await server.fetch('/api/somebody');
    const metrics = await server.fetch('/metrics');
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await metrics.text();
    expect(text).toContain(
      'candor_http_request_duration_seconds_count{method="GET",route="/api/practice/echo/:name",status="200"} 1',
    );
    expect(text).toContain('{method="GET",route="none",status="404"} 1');
    expect(text).not.toContain('somebody');
  });
});
