import { systemClock } from '@candor/server/resources/system-clock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type Store } from '../jobs/open-store.ts';
import { PracticeServer } from './practice-server.ts';

let store: Store;
let server: PracticeServer;
beforeAll(async () => {
  store = await openEmbeddedStore();
  server = await PracticeServer.start({ unitOfWork: store.unitOfWork });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await store.close();
});
beforeEach(() => {
  server.workshop.orders.length = 0;
  server.workshop.events.length = 0;
});

const order = (key: string, symbol = 'ABC'): Promise<Response> =>
  server.post('/api/practice/orders', { symbol }, { 'idempotency-key': key });

describe('keys in the database', () => {
  it('make one of many orders sent at once, and give its answer afterwards', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => order('many-at-once')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(server.workshop.orders).toEqual(['ABC']);
    const again = await order('many-at-once');
    expect([again.status, await again.json()]).toEqual([201, { number: 1, symbol: 'ABC' }]);
    expect((await order('many-at-once', 'ABD')).status).toBe(422);
  });

  it('outlive the process that answered', async () => {
    await order('before-a-restart');
    const next = await PracticeServer.start({ unitOfWork: store.unitOfWork });
    const again = await next.post('/api/practice/orders', { symbol: 'ABC' }, { 'idempotency-key': 'before-a-restart' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(next.workshop.orders).toEqual([]);
    await next.stop();
  });

  it('are free again when the process that held them is long gone, and not before', async () => {
    const hold = (createdAt: number) =>
      store.unitOfWork.run(async ({ idempotency }) => {
        await idempotency.release('held-by-nobody', 'practice.order');
        await idempotency.reserve({
          key: 'held-by-nobody',
          operation: 'practice.order',
          requestSha256: '0',
          createdAt,
        });
      });
    await hold(systemClock.now());
    expect((await order('held-by-nobody')).status, 'another request under a key that is held').toBe(422);
    await hold(systemClock.now() - 3_600_000);
    expect((await order('held-by-nobody')).status).toBe(201);
  });
});
