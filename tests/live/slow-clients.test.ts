import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LiveSnapshot } from '@candor/server/http/websocket/followed-topic';
import type { LiveLimits } from '@candor/server/http/websocket/live-limits';
import type { TopicMessage } from '@candor/server/http/websocket/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { type Received, RecordingClient } from './recording-client.ts';

const TOPIC = 'sessions/s1/equity';
// Loopback takes some megabytes before it pushes back.
const HEAVY = 'x'.repeat(20_000);

let server: LiveServer;
afterEach(() => server.app.close());

/** The latest state that was published: what a snapshot shows. */
let latest: number;
async function start(limits: Partial<LiveLimits>, query = ''): Promise<RecordingClient> {
  latest = 0;
  const loadSnapshot = async (): Promise<LiveSnapshot> => ({ data: latest });
  server = await startLiveServer({ loadSnapshot, limits: { sweepMs: 10, snapshotFreshMs: 0, ...limits } });
  const client = await RecordingClient.connect(`${server.url}${query}`);
  client.say({ op: 'subscribe', topic: TOPIC });
  await client.until(() => client.of(TOPIC).length === 1);
  return client;
}

/** Publishes deltas, heavy enough to fill every buffer on the way, until some of them are left out. */
async function overflow(settle: () => Promise<unknown> = nextTurn): Promise<void> {
  while (server.metrics.sums.dropped === 0) {
    for (let i = 0; i < 20; i++) {
      latest += 1;
      server.publish({ topic: TOPIC, data: { n: latest, weight: HEAVY } });
    }
    await settle();
  }
}

function numberOf({ data }: TopicMessage): number {
  return typeof data === 'object' && data !== null && 'n' in data ? Number(data['n']) : Number(data);
}

it.each([
  ['each message on its own', ''],
  ['gathered messages', '?gather=1'],
])(
  'leaves deltas out for a slow client but no event, and makes up for them by a snapshot once it reads again: %s',
  async (_way, query) => {
    const client = await start({ maxQueueLength: 64 * 2 ** 20 }, query);
    client.socket.pause();
    await overflow();
    for (let event = 1; event <= 300; event++) server.publish({ topic: TOPIC, type: 'event', data: -event });
    latest += 1;
    server.publish({ topic: TOPIC, data: { n: latest, weight: '' } });
    await vi.waitFor(() => expect(server.metrics.now.queueDepth, 'events wait').toBeGreaterThanOrEqual(300));
    client.socket.resume();

    await client.until(() => client.of(TOPIC).at(-1)?.type === 'snapshot' && client.of(TOPIC).length > 1);
    const told = client.of(TOPIC);
    expect(numberOf(told.at(-1)!), 'the snapshot is fresh').toBe(latest);
    const events = told.filter(({ type }) => type === 'event').map(numberOf);
    expect(events).toEqual(Array.from({ length: 300 }, (_, i) => -(i + 1)));
    const deltas = told.filter(({ type }) => type === 'delta').map(numberOf);
    expect(deltas, 'what came before the gap is whole').toEqual(Array.from({ length: deltas.length }, (_, i) => i + 1));
    expect(deltas.length).toBeLessThan(latest);
    expect(client.notices('behind')).toEqual([{ op: 'behind', topic: TOPIC }]);
    const seqs = told.slice(0, -1).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));

    server.publish({ topic: TOPIC, data: 'afterwards' });
    const after = await client.until(() => client.of(TOPIC).at(-1)?.data === 'afterwards' && client.of(TOPIC));
    expect(after).toHaveLength(told.length + 1);
  },
);

it('says that it leaves deltas out before anything that comes after the first of them', async () => {
  const client = await start({});
  client.socket.pause();
  await overflow();
  server.publish({ topic: TOPIC, type: 'event', data: 'later' });
  client.socket.resume();
  await client.until(() => client.of(TOPIC).some(({ data }) => data === 'later'));
  const isTold = (message: Received): boolean => 'op' in message && message.op === 'behind';
  const behind = client.received.findIndex(isTold);
  const event = client.received.findIndex((message) => 'seq' in message && message.data === 'later');
  expect(behind).toBeGreaterThan(0);
  expect(behind).toBeLessThan(event);
});

it('lets a client go that stays slow, with a reason', async () => {
  const client = await start({ maxSlowMs: 200 });
  client.socket.pause();
  await overflow();
  await vi.waitFor(() => expect(server.metrics.sums.slow).toBe(1));
  await vi.waitFor(() => expect(server.metrics.now.queueDepth, 'nothing of it is kept').toBe(0));
  client.socket.resume();
  expect(await client.untilClosed()).toEqual({ code: 4008, reason: 'too slow for 0.2 s; come back' });
});

it('lets a client go for which too much waits, events though it may be', async () => {
  const client = await start({ maxQueueLength: 2 ** 20 });
  client.socket.pause();
  while (server.metrics.sums.slow === 0) {
    for (let i = 0; i < 20; i++) server.publish({ topic: TOPIC, type: 'event', data: HEAVY });
    await nextTurn();
    expect(server.metrics.now.queueDepth).toBeLessThanOrEqual(2 ** 20 / HEAVY.length + 1);
  }
  client.socket.resume();
  expect(await client.untilClosed()).toEqual({ code: 4008, reason: 'too much was waiting; come back' });
});

it('keeps a quick client whole while another is stuck', async () => {
  const stuck = await start({});
  const quick = await RecordingClient.connect(server.url);
  quick.say({ op: 'subscribe', topic: TOPIC });
  await quick.until(() => quick.of(TOPIC).length === 1);
  stuck.socket.pause();
  await overflow(() => quick.until(() => quick.of(TOPIC).length === latest + 1));
  expect(quick.of(TOPIC).slice(1).map(numberOf)).toEqual(Array.from({ length: latest }, (_, i) => i + 1));
  stuck.socket.terminate();
});
