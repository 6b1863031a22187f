import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { LiveSnapshot } from '@candor/server/http/websocket/followed-topic';
import type { LiveLimits } from '@candor/server/http/websocket/live-limits';
import type { LiveDependencies } from '@candor/server/http/websocket/mount-websocket';
import { LIVE_CHANNEL } from '@candor/server/resources/live-topics';
import { afterEach, expect, it, vi } from 'vitest';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { RecordingClient } from './recording-client.ts';

let server: LiveServer;
afterEach(() => server.app.close());

async function start(limits: Partial<LiveLimits> = {}, rest: Partial<LiveDependencies> = {}): Promise<RecordingClient> {
  server = await startLiveServer({ limits, ...rest });
  return RecordingClient.connect(server.url);
}

/** Resolves when the server has carried out all that the client said so far. */
async function answered(client: RecordingClient): Promise<void> {
  const before = client.notices('pong').length;
  client.say({ op: 'ping' });
  await client.until(() => client.notices('pong').length > before);
}

it('welcomes, answers a subscription with a snapshot, and goes on after it', async () => {
  const client = await start({}, { loadSnapshot: async (topic, id) => ({ data: { topic, id }, through: 4 }) });
  client.say({ op: 'subscribe', topic: 'sessions/s1/orders' });
  await client.until(() => client.of('sessions/s1/orders').length === 1);
  const at = Date.UTC(2024, 0, 3, 21);
  server.publish({ topic: 'sessions/s1/orders', at, recordedAt: at + 5, data: { n: 1 }, turn: 5 });
  server.publish({ topic: 'sessions/s2/orders', data: 'of a session that nobody follows' });
  server.publish({ topic: 'sessions/s1/orders', type: 'event', data: { n: 2 }, turn: 5 });
  await client.until(() => client.of('sessions/s1/orders').length === 3);

  const [welcome, subscribed, snapshot, delta, event] = client.received;
  expect(welcome).toMatchObject({ op: 'welcome', stream: server.hub.stream, heartbeatMs: 15_000 });
  expect(subscribed).toEqual({ op: 'subscribed', topic: 'sessions/s1/orders', resumed: false });
  expect(snapshot).toMatchObject({ type: 'snapshot', seq: 0, through: 4, data: { topic: 'orders', id: 's1' } });
  expect(delta).toEqual({
    topic: 'sessions/s1/orders',
    seq: 1,
    at: '2024-01-03T21:00:00.000Z',
    recordedAt: '2024-01-03T21:00:00.005Z',
    type: 'delta',
    data: { n: 1 },
  });
  expect(event).toMatchObject({ type: 'event', seq: 2, data: { n: 2 } });
  expect(client.received).toHaveLength(5);
});

it('sends nothing of a topic any more once it is unsubscribed', async () => {
  const client = await start();
  for (const topic of ['jobs', 'health']) client.say({ op: 'subscribe', topic });
  await client.until(() => client.of('jobs').length + client.of('health').length === 2);
  client.say({ op: 'unsubscribe', topic: 'jobs' });
  await answered(client);
  server.publish({ topic: 'jobs', data: 1 });
  server.publish({ topic: 'health', data: 1 });
  await client.until(() => client.of('health').length === 2);
  expect(client.of('jobs')).toHaveLength(1);
});

it.each([
  ['text that is not JSON', '{', 'live.not-json', 'The message is not JSON.'],
  ['JSON that is no object', '[]', 'live.bad-message', 'A message is a JSON object with a field "op".'],
  ['no op', '{}', 'live.bad-message', 'A message is a JSON object with a field "op".'],
  [
    'an op that there is not',
    '{"op":"subscibe"}',
    'live.bad-message',
    '"op" cannot be "subscibe". Did you mean "subscribe"? Known: subscribe, unsubscribe, ping.',
  ],
  ['no topic', '{"op":"subscribe"}', 'live.bad-message', '"topic" is missing.'],
  ['a field that there is not', '{"op":"ping","x":1}', 'live.bad-message', '"x" is unknown.'],
  [
    'a number below 0',
    '{"op":"subscribe","topic":"jobs","after":{"stream":"a","seq":-1}}',
    'live.bad-message',
    '"after.seq" must be at least 0, got -1.',
  ],
  [
    'a topic that there is not',
    '{"op":"subscribe","topic":"job"}',
    'live.unknown-topic',
    'There is no topic "job". Did you mean "jobs"?',
  ],
  [
    'an id that cannot be one',
    '{"op":"subscribe","topic":"sessions/../bars"}',
    'live.unknown-topic',
    'There is no topic "sessions/../bars".',
  ],
  ['the name of a method', '{"op":"unsubscribe","topic":"constructor"}', 'live.unknown-topic', 'There is no topic'],
  ['a message too large', ' '.repeat(4_097), 'live.too-large', 'A message has at most 4096 bytes; this one has 4097.'],
  ['a binary frame', Buffer.from('{"op":"ping"}'), 'live.binary', 'Binary frames are not read here.'],
])('answers %s with the field and the rule, and stays open', async (_what, frame, code, message) => {
  const client = await start();
  client.socket.send(frame);
  const [error] = await client.until(() => client.notices('error').length > 0 && client.notices('error'));
  expect(error?.code).toBe(code);
  expect(error?.message).toContain(message);
  await answered(client);
});

it('says when there is no such session, and forgets the subscription', async () => {
  const loadSnapshot = async (_topic: string, id: string): Promise<LiveSnapshot | undefined> =>
    id === 'known' ? { data: [] } : undefined;
  const client = await start({ maxSubscriptions: 1 }, { loadSnapshot });
  client.say({ op: 'subscribe', topic: 'sessions/unknown/bars' });
  const [error] = await client.until(() => client.notices('error').length > 0 && client.notices('error'));
  expect(error).toEqual({
    op: 'error',
    code: 'live.unknown-session',
    message: 'There is no session "unknown".',
    topic: 'sessions/unknown/bars',
  });
  client.say({ op: 'subscribe', topic: 'sessions/known/bars' });
  await client.until(() => client.of('sessions/known/bars').length === 1);
});

it('refuses more subscriptions than a connection may have, and lets the same topic be asked for again', async () => {
  const client = await start({ maxSubscriptions: 2 });
  for (const topic of ['jobs', 'health', 'sessions']) client.say({ op: 'subscribe', topic });
  await client.until(() => client.of('jobs').length === 1);
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.of('jobs').length === 2);
  expect(client.notices('error')).toEqual([
    {
      op: 'error',
      code: 'live.too-many-subscriptions',
      message: 'A connection follows at most 2 topics.',
      topic: 'sessions',
    },
  ]);
});

it('makes room for a topic by letting go of one that nobody follows, and refuses when there is none', async () => {
  const client = await start({ maxTopics: 2 });
  for (const topic of ['jobs', 'health', 'sessions']) client.say({ op: 'subscribe', topic });
  await client.until(() => client.notices('error').length === 1);
  expect(client.notices('error')[0]).toMatchObject({ code: 'live.too-many-topics', topic: 'sessions' });
  client.say({ op: 'unsubscribe', topic: 'jobs' });
  client.say({ op: 'subscribe', topic: 'sessions' });
  await client.until(() => client.of('sessions').length === 1);
});

it('never resumes on numbers given anew after a topic was let go', async () => {
  const client = await start({ maxTopics: 1 });
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.of('jobs').length === 1);
  for (let i = 0; i < 3; i++) server.publish({ topic: 'jobs', data: i });
  await client.until(() => client.of('jobs').length === 4);
  const { seq } = client.of('jobs').at(-1)!;
  client.say({ op: 'unsubscribe', topic: 'jobs' });
  client.say({ op: 'subscribe', topic: 'health' });
  client.say({ op: 'unsubscribe', topic: 'health' });
  await answered(client);
  server.publish({ topic: 'jobs', data: 'missed' });
  client.say({ op: 'subscribe', topic: 'jobs', after: { stream: server.hub.stream, seq } });
  await client.until(() => client.notices('subscribed').length === 3);
  expect(client.notices('subscribed').at(-1)).toMatchObject({ topic: 'jobs', resumed: false });
});

it.each([
  ['bad messages', '{', 'more than 20 bad messages in 10 s'],
  ['messages', '{"op":"ping"}', 'more than 500 messages in 10 s'],
])('ends a connection that sends too many %s, with a reason', async (_what, frame, reason) => {
  const client = await start({ sweepMs: 10 });
  for (let i = 0; i <= 500; i++) client.socket.send(frame);
  expect(await client.untilClosed()).toEqual({ code: 1008, reason });
  await vi.waitFor(() => expect(server.metrics.sums.abuse).toBe(1));
});

it('ends a connection that sends a frame far too large', async () => {
  const client = await start();
  client.socket.send(' '.repeat(70_000));
  expect((await client.untilClosed()).code).toBe(1009);
});

it('cuts a connection whose other end is silent, and keeps one that answers', async () => {
  const living = await start({ heartbeatMs: 40, sweepMs: 10 });
  const dead = await RecordingClient.connect(server.url, { autoPong: false });
  expect((await dead.untilClosed()).code, 'no closing handshake with the dead').toBe(1006);
  await answered(living);
  await vi.waitFor(() => expect(server.metrics.sums.dead).toBe(1));
  await vi.waitFor(() => expect(server.metrics.now.clients).toBe(1));
});

it('takes a snapshot once for all who ask within a moment', async () => {
  let loads = 0;
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const loadSnapshot = async (): Promise<LiveSnapshot> => {
    loads += 1;
    await gate;
    return { data: loads };
  };
  const first = await start({}, { loadSnapshot });
  const clients = [first, ...(await Promise.all([1, 2, 3].map(() => RecordingClient.connect(server.url))))];
  for (const client of clients) client.say({ op: 'subscribe', topic: 'jobs' });
  await Promise.all(clients.map(answered));
  server.publish({ topic: 'jobs', data: 'while it loads' });
  open();
  await Promise.all(clients.map((client) => client.until(() => client.of('jobs').length === 2)));
  const late = await RecordingClient.connect(server.url);
  late.say({ op: 'subscribe', topic: 'jobs' });
  await late.until(() => late.of('jobs').length === 2);
  for (const client of [...clients, late]) {
    expect(client.of('jobs').map(({ data }) => data)).toEqual([1, 'while it loads']);
  }
  expect(loads).toBe(1);
});

it('says when a snapshot cannot be loaded, and sends it as soon as it can be', async () => {
  let isAway = true;
  const loadSnapshot = async (): Promise<LiveSnapshot> => {
    if (isAway) throw new CandorError('storage.unavailable', { kind: 'retry', message: 'The database is away.' });
    return { data: 'back' };
  };
  const client = await start({ sweepMs: 10 }, { loadSnapshot });
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.notices('error').length > 0);
  expect(client.notices('error')[0]).toMatchObject({ code: 'live.snapshot-unavailable', topic: 'jobs' });
  isAway = false;
  await client.until(() => client.of('jobs').length === 1);
  expect(client.of('jobs')[0]?.data).toBe('back');
  expect(client.notices('error'), 'it is said once').toHaveLength(1);
});

it('gives everybody a new snapshot when messages may have been lost, and resumes nobody from before', async () => {
  const client = await start({ snapshotFreshMs: 0 });
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.of('jobs').length === 1);
  server.publish({ topic: 'jobs', data: 1 });
  await client.until(() => client.of('jobs').length === 2);
  server.hub.resync();
  await client.until(() => client.of('jobs').length === 3);
  expect(client.of('jobs').map(({ type }) => type)).toEqual(['snapshot', 'delta', 'snapshot']);
  client.say({ op: 'subscribe', topic: 'jobs', after: { stream: server.hub.stream, seq: 1 } });
  await client.until(() => client.notices('subscribed').length === 2);
  expect(client.notices('subscribed')[1]?.resumed).toBe(false);
});

it('leaves out a message on the bus that is none', async () => {
  const client = await start();
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.of('jobs').length === 1);
  const broken: readonly Json[] = [
    null,
    'x',
    { topic: 'jobs' },
    { topic: 'jobs', type: 'delta', at: 1e300, recordedAt: 0, data: 1 },
  ];
  for (const message of broken) server.bus.publish(LIVE_CHANNEL, message);
  server.publish({ topic: 'jobs', data: 'whole' });
  await client.until(() => client.of('jobs').length === 2);
  expect(client.of('jobs')[1]).toMatchObject({ seq: 1, data: 'whole' });
});

it('sends the messages of a tick as one frame to a client that asked for it, in the order of their publishing', async () => {
  const plain = await start();
  const both = await RecordingClient.connect(`${server.url}?gather=1`);
  const one = await RecordingClient.connect(`${server.url}?gather=1`);
  for (const client of [plain, both]) for (const topic of ['jobs', 'health']) client.say({ op: 'subscribe', topic });
  one.say({ op: 'subscribe', topic: 'health' });
  await Promise.all(
    [plain, both].map((client) => client.until(() => client.of('health').length * client.of('jobs').length === 1)),
  );
  await one.until(() => one.of('health').length === 1);
  const framesBefore = { both: both.frames, one: one.frames };
  const topics = ['jobs', 'health', 'health', 'jobs', 'health'];
  for (const [i, topic] of topics.entries()) server.publish({ topic, data: i });
  await Promise.all(
    [plain, both].map((client) => client.until(() => client.of('health').length + client.of('jobs').length === 7)),
  );
  await one.until(() => one.of('health').length === 4);
  const told = (client: RecordingClient): Json[] =>
    client.received.filter((m) => 'seq' in m && m.type === 'delta').map((m) => ('seq' in m ? m.data : null));
  expect(told(plain)).toEqual([0, 1, 2, 3, 4]);
  expect(told(both)).toEqual([0, 1, 2, 3, 4]);
  expect(told(one)).toEqual([1, 2, 4]);
  expect(both.frames - framesBefore.both).toBe(1);
  expect(one.frames - framesBefore.one).toBe(1);
});

it('sends a client that came within a tick just what came after it', async () => {
  const first = await start({ gatherMs: 150 });
  first.socket.terminate();
  const [early, late] = await Promise.all([1, 2].map(() => RecordingClient.connect(`${server.url}?gather=1`)));
  early!.say({ op: 'subscribe', topic: 'jobs' });
  await early!.until(() => early!.of('jobs').length === 1);
  server.publish({ topic: 'jobs', data: 'before' });
  late!.say({ op: 'subscribe', topic: 'jobs', after: { stream: server.hub.stream, seq: 1 } });
  await late!.until(() => late!.notices('subscribed').length === 1);
  server.publish({ topic: 'jobs', data: 'after' });
  await Promise.all([early!, late!].map((client) => client.until(() => client.of('jobs').at(-1)?.data === 'after')));
  expect(early!.of('jobs').map(({ seq }) => seq)).toEqual([0, 1, 2]);
  expect(late!.of('jobs').map(({ seq }) => seq)).toEqual([2]);
});
