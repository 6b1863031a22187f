import { type BarSeries, barAt, createBarSeries } from '@candor/domain/bar';
import type { RecordedEvent } from '@candor/domain/events';
import type { Json } from '@candor/domain/json';
import { MICROS_PER_USD } from '@candor/domain/money';
import { dayFromIso, MS_PER_DAY } from '@candor/domain/time';
import type { Turn } from '@candor/engine/turn';
import type { LoadSnapshot } from '@candor/server/http/websocket/followed-topic';
import { createSnapshots } from '@candor/server/http/websocket/snapshots';
import type { Health } from '@candor/server/resources/health-board';
import { LIVE_TOPICS, type LiveTopic, liveTopic } from '@candor/server/resources/live-topics';
import { systemClock } from '@candor/server/resources/system-clock';
import { createTurnStore } from '@candor/server/resources/turn-store';
import { WireBar } from '@candor/server/resources/wire/wire-bar';
import { WireDecision } from '@candor/server/resources/wire/wire-decision';
import { WireEquityPoint } from '@candor/server/resources/wire/wire-equity-point';
import { WireEvent } from '@candor/server/resources/wire/wire-event';
import { WireFill } from '@candor/server/resources/wire/wire-fill';
import { WireHalt } from '@candor/server/resources/wire/wire-halt';
import { WireHealth } from '@candor/server/resources/wire/wire-health';
import { WireJob } from '@candor/server/resources/wire/wire-job';
import { WireOrder } from '@candor/server/resources/wire/wire-order';
import { WirePosition } from '@candor/server/resources/wire/wire-position';
import { WireQuote } from '@candor/server/resources/wire/wire-quote';
import { WireSession } from '@candor/server/resources/wire/wire-session';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openMemoryDatabase } from '../storage/open-memory-database.ts';
import { freshId, INSTRUMENT, jobRow, orderState, writeSession } from '../storage/rows.ts';
import { storageUnderTest } from '../storage/storage-under-test.ts';
import { startLiveServer } from './live-server.ts';
import { RecordingClient } from './recording-client.ts';

const storage = storageUnderTest(openMemoryDatabase);

/** What each topic holds, and what names one of its things. */
const SHAPES = {
  health: WireHealth,
  jobs: WireJob,
  sessions: WireSession.extend({ halts: z.array(WireHalt) }),
  bars: WireBar,
  quotes: WireQuote,
  orders: WireOrder,
  fills: WireFill,
  positions: WirePosition,
  equity: WireEquityPoint,
  decisions: WireDecision,
  events: WireEvent,
} as const satisfies Record<LiveTopic, unknown>;
const NAMED_BY: Readonly<Partial<Record<LiveTopic, readonly string[]>>> = {
  bars: ['symbol', 'openedAt'],
  quotes: ['symbol'],
  orders: ['clientOrderId'],
  fills: ['clientOrderId', 'sequence'],
  positions: ['sleeveId', 'symbol'],
  equity: ['at'],
  decisions: ['seq'],
  events: ['seq'],
};
/** Those where nothing is ever changed, so that one thing twice is one too many. */
const GROWING: ReadonlySet<LiveTopic> = new Set(['bars', 'fills', 'equity', 'decisions', 'events']);
const SESSION_TOPICS = Object.keys(NAMED_BY) as LiveTopic[];

const BARS = 60;
const FIRST_DAY = dayFromIso('2013-01-02');

function dailyBars(): BarSeries {
  const days = Array.from({ length: 100 }, (_, i) => FIRST_DAY + i)
    .filter((day) => ![0, 6].includes(new Date(day * MS_PER_DAY).getUTCDay()))
    // Exchange holidays of that spring.
    .filter((day) => !['2013-01-21', '2013-02-18', '2013-03-29'].map(dayFromIso).includes(day))
    .slice(0, BARS);
  const column = (of: (i: number) => number): Float64Array => Float64Array.from(days, (_, i) => of(i));
  return createBarSeries(INSTRUMENT, '1d', {
    time: Float64Array.from(days, (day) => day * MS_PER_DAY + 14.5 * 3_600_000),
    open: column((i) => 100 + i),
    high: column((i) => 102 + i),
    low: column((i) => 99 + i),
    close: column((i) => 101 + i),
    volume: column((i) => (i % 2 === 0 ? Number.NaN : 1_000)),
    session: Int32Array.from(days),
  });
}

/** A session over stored bars, whose turns each do something of every kind. */
class PracticeSession {
  readonly id: string;
  readonly #accountId: string;
  readonly #series: BarSeries;
  #turn = 0;
  #seq = 0;

  private constructor(id: string, accountId: string, series: BarSeries) {
    this.id = id;
    this.#accountId = accountId;
    this.#series = series;
  }

  static async create(): Promise<PracticeSession> {
    const series = dailyBars();
    const datasetId = freshId('dataset');
    return storage().unitOfWork.run(async (repositories) => {
      await repositories.instruments.save(INSTRUMENT);
      const provenance = { provider: 'test', source: 'made here', adjustment: 'raw', synthetic: true } as const;
      await repositories.bars.ingest(datasetId, series, provenance);
      const { account, session } = await writeSession(repositories, {
        state: 'running',
        length: BARS,
        feed: {
          kind: 'replay',
          timeframe: '1d',
          series: [{ symbol: 'TEST', datasetId, sha256: 'ab'.repeat(32) }],
          from: FIRST_DAY,
          to: FIRST_DAY + 200,
          barsPerSecond: 5,
          startAt: 0,
        },
      });
      await repositories.sessions.claim(session.id);
      return new PracticeSession(session.id, account.id, series);
    });
  }

  next(): Turn {
    const number = ++this.#turn;
    const bar = barAt(this.#series, number - 1);
    const at = bar.time + 1;
    const of = { at, recordedAt: at + 1, sleeveId: 'sleeve', symbol: 'TEST' };
    const order = orderState(`order-${number >> 1}`, number % 2 === 0 ? {} : { status: 'filled', filledQuantity: 10 });
    const fill = {
      ...{ clientOrderId: order.order.clientOrderId, sequence: 1, sleeveId: 'sleeve', symbol: 'TEST' },
      ...({ side: 'buy', intent: 'enter', quantity: 10, price: bar.close, moment: 'open', at } as const),
      ...{ commissionMicros: 1, slippageMicros: 2 },
    };
    const events: RecordedEvent[] = [
      {
        ...of,
        type: 'decision',
        seq: ++this.#seq,
        signal: { want: 'long', confidence: 0.5, reasons: ['up'] },
        voteSheet: undefined,
      },
    ];
    if (number % 2 === 1) events.push({ ...of, type: 'order-filled', seq: ++this.#seq, fill, complete: true });
    const equityMicros = number * MICROS_PER_USD;
    return {
      sessionId: this.id,
      accountId: this.#accountId,
      epoch: 1,
      number,
      events,
      orders: [{ state: order, isSent: true }],
      fills: number % 2 === 1 ? [fill] : [],
      trades: [],
      equity: [{ at, equityMicros, cashMicros: 5 }],
      positions: [
        {
          sleeveId: 'sleeve',
          symbol: 'TEST',
          quantity: number,
          averagePrice: 90,
          lastPrice: bar.close,
          realizedMicros: 0,
        },
      ],
      account: {
        ...{ startCashMicros: 0, cashMicros: 5, equityMicros, realizedMicros: 0, unrealizedMicros: 0, feesMicros: 0 },
        ...{ dividendsMicros: 0, interestMicros: 0, borrowMicros: 0, positions: [] },
      },
      halts: [],
      bars: [{ symbol: 'TEST', bar }],
      position: number,
      state: 'running',
      reason: undefined,
      snapshot: { number },
    };
  }
}

function loader(): LoadSnapshot {
  const health: Health = {
    isReady: true,
    components: [{ name: 'database', state: 'up', reason: undefined, since: 0 }],
  };
  return createSnapshots({
    unitOfWork: storage().unitOfWork,
    manager: { find: () => undefined },
    health: () => health,
    clock: systemClock,
  });
}

/** Lays the messages of a topic over its snapshot, as a screen does. */
function shown(client: RecordingClient, name: string, topic: LiveTopic): Json[] {
  const things = new Map<string, Json>();
  for (const { type, data } of client.of(name)) {
    if (type === 'snapshot') things.clear();
    for (const thing of type === 'snapshot' ? [data].flat() : [data]) {
      const key = NAMED_BY[topic]!.map((field) => String(Reflect.get(Object(thing), field))).join(' ');
      if (GROWING.has(topic)) expect(things.has(key), `${topic} has ${key} once`).toBe(false);
      things.set(key, thing);
    }
  }
  return [...things.values()];
}

it('shows a client that comes at any moment of a running session just what is stored, nothing missing and nothing twice', async () => {
  const loadSnapshot = loader();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('turn', 'come', 'come gathering'), { minLength: 8, maxLength: 25 }),
      async (steps) => {
        const session = await PracticeSession.create();
        const server = await startLiveServer({ loadSnapshot, limits: { snapshotFreshMs: 20 } });
        const store = createTurnStore({ unitOfWork: storage().unitOfWork, bus: server.bus, clock: systemClock });
        const clients: RecordingClient[] = [];
        const come = async (query: string): Promise<void> => {
          const client = await RecordingClient.connect(`${server.url}${query}`);
          for (const topic of SESSION_TOPICS) client.say({ op: 'subscribe', topic: liveTopic(topic, session.id) });
          clients.push(client);
        };
        for (const step of steps) {
          if (step === 'turn') expect(await store.commit(session.next())).toBe('written');
          else await come(step === 'come' ? '' : '?gather=1');
        }
        await come('');
        const last = session.next();
        await store.commit(last);
        for (const topic of SESSION_TOPICS) {
          const name = liveTopic(topic, session.id);
          const stored = (await loadSnapshot(topic, session.id))?.data;
          for (const client of clients) {
            await client.until(() => JSON.stringify(shown(client, name, topic)) === JSON.stringify(stored));
          }
        }
        for (const client of clients) client.socket.terminate();
        await server.app.close();
      },
    ),
    { numRuns: 12 },
  );
});

it('shows no bar beyond the position of the session', async () => {
  const session = await PracticeSession.create();
  const loadSnapshot = loader();
  const { bus, app } = await startLiveServer();
  const store = createTurnStore({ unitOfWork: storage().unitOfWork, bus, clock: systemClock });
  expect((await loadSnapshot('bars', session.id))?.data).toEqual([]);
  expect((await loadSnapshot('quotes', session.id))?.data).toEqual([]);
  for (let i = 0; i < 3; i++) await store.commit(session.next());
  const bars = [(await loadSnapshot('bars', session.id))?.data ?? []].flat().map((bar) => WireBar.parse(bar));
  expect(bars.map(({ close, volume }) => [close, volume])).toEqual([
    [101, null],
    [102, 1_000],
    [103, null],
  ]);
  expect((await loadSnapshot('quotes', session.id))?.data).toMatchObject([{ symbol: 'TEST', price: 103 }]);
  await app.close();
});

it('has a snapshot for every topic, in the shape that its topic has, and none for a session that there is not', async () => {
  const session = await PracticeSession.create();
  const loadSnapshot = loader();
  const { bus, app } = await startLiveServer();
  const store = createTurnStore({ unitOfWork: storage().unitOfWork, bus, clock: systemClock });
  for (let i = 0; i < 2; i++) await store.commit(session.next());
  await storage().unitOfWork.run(({ jobs }) => jobs.add(jobRow()));
  for (const topic of Object.keys(LIVE_TOPICS) as LiveTopic[]) {
    const snapshot = await loadSnapshot(topic, session.id);
    const things = [snapshot?.data].flat();
    expect(things.length, `${topic} shows something`).toBeGreaterThan(0);
    for (const thing of things) expect(SHAPES[topic].strict().parse(thing)).toEqual(thing);
    expect(snapshot?.through).toBe(NAMED_BY[topic] === undefined ? undefined : 2);
    if (NAMED_BY[topic] !== undefined) expect(await loadSnapshot(topic, 'absent')).toBeUndefined();
  }
  await app.close();
});
