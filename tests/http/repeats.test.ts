import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PracticeServer } from './practice-server.ts';

let server: PracticeServer;
beforeAll(async () => {
  server = await PracticeServer.start({ limits: { answerTimeoutMs: 500 } });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.keys.clear();
  server.workshop.orders.length = 0;
  server.workshop.events.length = 0;
});

let count = 0;
const newKey = (): string => `a-key-of-ours-${++count}`;
const order = (key: string, body: unknown = { symbol: 'ABC' }): Promise<Response> =>
  server.post('/api/practice/orders', body, { 'idempotency-key': key });

describe('a request with an Idempotency-Key', () => {
  it('is carried out once and answered alike as often as it is sent', async () => {
    const key = newKey();
    const first = await order(key);
    const body = await first.json();
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    for (let i = 0; i < 3; i++) {
      const again = await order(key);
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      expect(await again.json()).toEqual(body);
    }
    expect(server.workshop.orders).toEqual(['ABC']);
  });

  it('is the same request in whatever order its fields are written', async () => {
    const key = newKey();
    await order(key, '{"symbol":"ABC","legs":[]}');
    expect((await order(key, '{ "legs": [], "symbol": "ABC" }')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('keeps its refusal too', async () => {
    const key = newKey();
    const first = await order(key, { symbol: 'TAKEN' });
    const again = await order(key, { symbol: 'TAKEN' });
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([409, 409, 'true']);
    expect(again.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await again.json()).toEqual(await first.json());
  });

  it('refuses the key to another request', async () => {
    const key = newKey();
    await order(key);
    const other = await order(key, { symbol: 'OTHER' });
    expect([other.status, (await other.json()) as unknown]).toMatchObject([422, { code: 'http.key-reused' }]);
    expect(server.workshop.orders).toEqual(['ABC']);
  });

  it('sent many times at once is carried out once; the others hear that it runs', async () => {
    server.workshop.closeGate();
    const key = newKey();
    const first = order(key);
    await server.until(() => server.workshop.events.length === 1);
    const others = await Promise.all(Array.from({ length: 20 }, () => order(key)));
    expect(others.map(({ status }) => status)).toEqual(Array(20).fill(409));
    expect(await others[0]!.json()).toMatchObject({ code: 'http.still-running' });
    server.workshop.openGate();
    expect((await first).status).toBe(201);
    expect((await order(key)).headers.get('idempotency-replayed')).toBe('true');
    expect(server.workshop.orders).toEqual(['ABC']);
  });

  it.each(['ABC', 'FAULT'])('gives the key back when the next try may go better: %s', async (symbol) => {
    const key = newKey();
    server.workshop.failuresToCome = 1;
    expect((await order(key, { symbol })).status).toBe(503);
    expect(server.keys.size).toBe(0);
    expect((await order(key, { symbol })).status).toBe(symbol === 'ABC' ? 201 : 500);
    expect(server.keys.size).toBe(symbol === 'ABC' ? 1 : 0);
  });

  it('does not use the key up when the input is bad', async () => {
    const key = newKey();
    expect((await order(key, { symbl: 'ABC' })).status).toBe(422);
    expect((await order(key)).status).toBe(201);
  });

  it('gives the key back when its client left and nothing was done', async () => {
    server.workshop.closeGate();
    const key = newKey();
    const leave = new AbortController();
    const left = server.fetch('/api/practice/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: '{"symbol":"ABC"}',
      signal: leave.signal,
    });
    await server.until(() => server.workshop.events.length === 1);
    leave.abort();
    await expect(left).rejects.toThrow();
    await server.until(() => server.log.some(({ status }) => status === 499));
    expect((await order(key)).status, 'the work is not over yet').toBe(409);
    server.workshop.openGate();
    await server.until(() => server.keys.size === 0);
    expect((await order(key)).headers.get('idempotency-replayed')).toBeNull();
    expect(server.workshop.orders).toEqual(['ABC']);
  });

  it('holds the key for as long as the work goes on, though nobody waits for it', async () => {
    server.workshop.closeGate();
    const key = newKey();
    expect((await order(key)).status, 'given up').toBe(503);
    expect((await order(key)).status, 'still running').toBe(409);
    server.workshop.openGate();
    await server.until(() => server.keys.size === 0);
    expect((await order(key)).status).toBe(201);
    expect(server.workshop.orders).toEqual(['ABC']);
  });

  it('takes a key over whose process died, and not before', async () => {
    const key = newKey();
    await order(key);
    const name = [...server.keys.keys()][0]!;
    const abandon = (ageMs: number): void => {
      const row = server.keys.get(name)!;
      server.keys.set(name, { ...row, answer: undefined, createdAt: Date.now() - ageMs });
    };
    abandon(100);
    expect((await order(key)).status).toBe(409);
    abandon(60_000);
    expect((await order(key)).status).toBe(201);
  });

  it.each(['short', 'x'.repeat(129), 'has a space in it', ''])('refuses "%s" as a key', async (key) => {
    const response = await order(key);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'http.bad-idempotency-key' }]);
  });

  it('is refused where the key would be ignored', async () => {
    const response = await server.fetch('/api/practice/orders', {
      method: 'DELETE',
      headers: { 'idempotency-key': newKey() },
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'http.bad-idempotency-key' }]);
  });
});
