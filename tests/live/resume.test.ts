import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LiveSnapshot } from '@candor/server/http/websocket/followed-topic';
import type { ResumePoint, TopicMessage } from '@candor/server/http/websocket/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { RecordingClient } from './recording-client.ts';

const TOPIC = 'sessions/s1/fills';

/** Rows written turn by turn, told on the bus afterwards, and read by the loader at whatever moment. */
class Book {
  readonly rows: number[] = [];
  #turn = 0;
  #untold: { readonly turn: number; readonly row: number }[] = [];

  write(count: number): void {
    this.#turn += 1;
    for (let i = 0; i < count; i++) {
      this.rows.push(this.rows.length);
      this.#untold.push({ turn: this.#turn, row: this.rows.length - 1 });
    }
  }

  tell(server: LiveServer): void {
    for (const { turn, row } of this.#untold) {
      server.publish({ topic: TOPIC, type: row % 2 === 0 ? 'event' : 'delta', turn, data: row });
    }
    this.#untold = [];
  }

  /** Reads the rows in the middle of a load that takes a while. */
  async load(pauses: number): Promise<LiveSnapshot> {
    for (let i = 0; i < pauses; i++) await nextTurn();
    const snapshot = { data: [...this.rows], through: this.#turn };
    for (let i = 0; i < pauses; i++) await nextTurn();
    return snapshot;
  }
}

/** A client that is cut off now and then and resumes from what it saw. */
class Watcher {
  readonly seen: number[] = [];
  snapshots = 0;
  resumed = 0;
  readonly #url: string;
  readonly #mayResume: boolean;
  #client: RecordingClient | undefined;
  #after: ResumePoint | undefined;
  #seq = -1;

  constructor(url: string, mayResume: boolean) {
    this.#url = url;
    this.#mayResume = mayResume;
  }

  async connect(): Promise<void> {
    if (this.#client !== undefined) return;
    this.#client = await RecordingClient.connect(this.#url);
    this.#client.say({ op: 'subscribe', topic: TOPIC, ...(this.#mayResume && this.#after && { after: this.#after }) });
  }

  /** Takes over what came, and is cut off. */
  cut(): void {
    if (this.#client === undefined) return;
    this.#client.socket.terminate();
    this.#client.socket.removeAllListeners('message');
    this.#read(this.#client);
    this.#client = undefined;
  }

  async untilSeen(last: number): Promise<void> {
    const client = this.#client!;
    await client.until(() => {
      const message = client.of(TOPIC).at(-1);
      if (message === undefined)
        return client.notices('subscribed')[0]?.resumed === true && (this.seen.at(-1) ?? -1) === last;
      return message.type === 'snapshot' ? [message.data].flat().at(-1) === last || last < 0 : message.data === last;
    });
  }

  #read(client: RecordingClient): void {
    if (client.notices('subscribed')[0]?.resumed === true) this.resumed += 1;
    const stream = client.notices('welcome')[0]?.stream;
    for (const message of client.of(TOPIC)) {
      expect(message.seq, 'numbers only grow').toBeGreaterThanOrEqual(message.type === 'snapshot' ? 0 : this.#seq + 1);
      this.#seq = message.seq;
      this.#take(message);
      const through = message.type === 'snapshot' ? message.through : this.#after?.through;
      if (stream !== undefined) this.#after = { stream, seq: message.seq, ...(through !== undefined && { through }) };
    }
  }

  #take({ type, data }: TopicMessage): void {
    if (type === 'snapshot') {
      this.snapshots += 1;
      this.seen.splice(0, this.seen.length, ...[data].flat().map(Number));
    } else this.seen.push(Number(data));
  }
}

const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('tell' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('connect' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 30 }) }) },
);

it('shows each client all that was written, once and in order, however often it is cut off and wherever it is when it comes back', async () => {
  const total = { snapshots: 0, resumed: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 10, maxLength: 50 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 4 }),
      async (actions, gathers, pauses) => {
        const book = new Book();
        const server = await startLiveServer({
          loadSnapshot: () => book.load(pauses),
          limits: { retainedMessages: 12, gatherMs: 1, snapshotFreshMs: 5 },
        });
        const watcher = new Watcher(`${server.url}${gathers ? '?gather=1' : ''}`, true);
        try {
          for (const step of actions) {
            if (step.do === 'write') book.write(step.count);
            else if (step.do === 'tell') book.tell(server);
            else if (step.do === 'connect') await watcher.connect();
            else if (step.do === 'cut') watcher.cut();
            else for (let i = 0; i < step.turns; i++) await nextTurn();
          }
          await watcher.connect();
          book.tell(server);
          await watcher.untilSeen(book.rows.length - 1);
          watcher.cut();
          expect(watcher.seen).toEqual(book.rows);
          total.snapshots += watcher.snapshots;
          total.resumed += watcher.resumed;
        } finally {
          watcher.cut();
          await server.app.close();
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(total.snapshots, 'snapshots were part of it').toBeGreaterThan(200);
  expect(total.resumed, 'resuming was part of it').toBeGreaterThan(50);
});

it('resumes with just what was missed while it is kept, and with a snapshot afterwards or under another stream', async () => {
  const book = new Book();
  const server = await startLiveServer({ loadSnapshot: () => book.load(0), limits: { retainedMessages: 5 } });
  const client = await RecordingClient.connect(server.url);
  client.say({ op: 'subscribe', topic: TOPIC });
  await client.until(() => client.of(TOPIC).length === 1);
  const { stream } = server.hub;
  for (let i = 0; i < 8; i++) server.publish({ topic: TOPIC, data: i });
  const resume = async (after: ResumePoint): Promise<readonly (number | string)[]> => {
    const other = await RecordingClient.connect(server.url);
    other.say({ op: 'subscribe', topic: TOPIC, after });
    other.say({ op: 'ping' });
    await other.until(() => other.notices('pong').length === 1);
    const [subscribed] = other.notices('subscribed');
    if (subscribed?.resumed === false) await other.until(() => other.of(TOPIC).length > 0);
    other.socket.terminate();
    return other.of(TOPIC).map(({ seq, type }) => (type === 'snapshot' ? type : seq));
  };
  expect(await resume({ stream, seq: 8 })).toEqual([]);
  expect(await resume({ stream, seq: 6 })).toEqual([7, 8]);
  expect(await resume({ stream, seq: 3 })).toEqual([4, 5, 6, 7, 8]);
  expect(await resume({ stream, seq: 2 }), 'the third message is gone').toEqual(['snapshot']);
  expect(await resume({ stream, seq: 9 }), 'never given').toEqual(['snapshot']);
  expect(await resume({ stream: 'another', seq: 8 })).toEqual(['snapshot']);
  await server.app.close();
});
