import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { NO_METRICS } from '@candor/server/http/websocket/live-metrics';
import { mountWebSocket } from '@candor/server/http/websocket/mount-websocket';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { type LiveMessage, publishLive } from '@candor/server/resources/live-topics';
import { systemClock } from '@candor/server/resources/system-clock';
import fastify from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Bench, Measurement } from './bench.ts';
import { FromClients, type ToClients } from './websocket-clients.ts';

const CLIENTS = 1_000;
const TOPIC = 'sessions/bench/quotes';
const SUBSCRIBE = JSON.stringify({ op: 'subscribe', topic: TOPIC });
const WARM_UP_RUNS = 2;

const GATHERED_A_SECOND = 1_100;
const GATHERED_MS = 2_000;
const GATHERED_WORK = `${CLIENTS} clients, ${GATHERED_A_SECOND} messages/s offered to each for ${GATHERED_MS / 1_000} s, gathered per tick`;
const FRAMES_EACH = 60;

/** A thousand clients in a process of their own, and the server that they hang on. */
interface Stage {
  publish(message: LiveMessage): void;
  readonly clients: Clients;
  close(): Promise<void>;
}

/** What the live channel delivers to a thousand clients, and what the bare WebSocket library does. */
export const websocketBenches: readonly Bench[] = [
  gathered('websocket.fan-out', 'messages/s', ({ seconds }) => (CLIENTS * gatheredMessages()) / seconds),
  gathered('websocket.fan-out-p99', 'ms', ({ p99Ms }) => p99Ms),
  ungathered(),
];

function gathered(id: string, unit: Bench['unit'], value: (delivered: Delivered) => number): Bench {
  const stage = kept(() => openOurs('?gather=1'));
  return {
    id,
    unit,
    work: GATHERED_WORK,
    warmUpRuns: WARM_UP_RUNS,
    run: async () => {
      const delivered = await deliver(await stage.open(), gatheredMessages(), async (publish) => {
        const from = performance.now();
        for (let sent = 0; sent < gatheredMessages(); await wait(1)) {
          const due = Math.min(gatheredMessages(), ((performance.now() - from) / 1_000) * GATHERED_A_SECOND);
          for (; sent < due; sent++) publish(sent);
        }
      });
      return { value: value(delivered), fingerprint: delivered.fingerprint };
    },
    close: stage.close,
  };
}

function gatheredMessages(): number {
  return (GATHERED_A_SECOND * GATHERED_MS) / 1_000;
}

function ungathered(): Bench {
  const ours = kept(() => openOurs(''));
  const bare = kept(openBare);
  return {
    id: 'websocket.frames',
    unit: 'frames/s',
    work: `${FRAMES_EACH} messages to ${CLIENTS} clients, a frame each`,
    warmUpRuns: WARM_UP_RUNS,
    run: () => frames(ours),
    peer: { name: 'bare ws', run: () => frames(bare) },
    close: async () => {
      await ours.close();
      await bare.close();
    },
  };
}

async function frames(stage: Kept): Promise<Measurement> {
  const { seconds, fingerprint } = await deliver(await stage.open(), FRAMES_EACH, async (publish) => {
    for (let i = 0; i < FRAMES_EACH; i++) {
      publish(i);
      await nextTurn();
    }
  });
  return { value: (CLIENTS * FRAMES_EACH) / seconds, fingerprint };
}

interface Delivered {
  /** From the first message published to the last one received. */
  readonly seconds: number;
  readonly p99Ms: number;
  readonly fingerprint: string;
}

async function deliver(
  { publish, clients }: Stage,
  messages: number,
  work: (publish: (i: number) => void) => Promise<void>,
): Promise<Delivered> {
  await clients.ask({ do: 'count', messages }, 'count-begun');
  const from = performance.now();
  const counted = clients.hear('count');
  await work((i) =>
    publish({
      topic: TOPIC,
      type: 'delta',
      at: 0,
      recordedAt: Date.now(),
      data: { symbol: 'TEST', price: 100 + i / 4 },
    }),
  );
  const { p99Ms, fingerprint } = await counted;
  return { seconds: (performance.now() - from) / 1_000, p99Ms, fingerprint };
}

interface Kept {
  open(): Promise<Stage>;
  close(): Promise<void>;
}

/** Opens a stage at the first run and keeps it for the others. */
function kept(open: () => Promise<Stage>): Kept {
  let stage: Promise<Stage> | undefined;
  return {
    open: () => {
      stage ??= open();
      return stage;
    },
    close: async () => (await stage)?.close(),
  };
}

async function openOurs(query: string): Promise<Stage> {
  const app = fastify();
  const bus = new MemoryEventBus((error) => {
    throw error;
  });
  await mountWebSocket(app, {
    bus,
    clock: systemClock,
    loadSnapshot: async () => ({ data: [] }),
    metrics: NO_METRICS,
    isAllowed: () => true,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const clients = await Clients.connect(app.server, query);
  return {
    clients,
    publish: (message) => publishLive(bus, message),
    close: async () => {
      clients.leave();
      await app.close();
    },
  };
}

/** The same messages, made into text once, to every socket by the library alone. */
async function openBare(): Promise<Stage> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket: WebSocket) => socket.on('message', () => socket.send('{"seq":0}')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clients = await Clients.connect(server, '');
  let seq = 0;
  return {
    clients,
    publish: ({ topic, at, recordedAt, type, data }) => {
      seq += 1;
      const wire = { topic, seq, at: new Date(at), recordedAt: new Date(recordedAt), type, data };
      const frame = Buffer.from(JSON.stringify(wire));
      for (const socket of sockets.clients) socket.send(frame, { binary: false });
    },
    close: async () => {
      clients.leave();
      await new Promise<void>((resolve) => sockets.close(() => server.close(() => resolve())));
    },
  };
}

class Clients {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async connect(server: Server, query: string): Promise<Clients> {
    const clients = new Clients(fork(join(import.meta.dirname, 'websocket-clients.ts')));
    const { port } = server.address() as AddressInfo;
    const url = `ws://127.0.0.1:${port}/ws${query}`;
    await clients.ask({ do: 'connect', url, clients: CLIENTS, hello: SUBSCRIBE }, 'connect');
    return clients;
  }

  ask<Done extends FromClients['done']>(message: ToClients, done: Done): Promise<Extract<FromClients, { done: Done }>> {
    const heard = this.hear(done);
    this.#child.send(message);
    return heard;
  }

  async hear<Done extends FromClients['done']>(done: Done): Promise<Extract<FromClients, { done: Done }>> {
    for await (const [json] of on(this.#child, 'message', { close: ['exit'] })) {
      const message = FromClients.parse(json);
      if (isDone(message, done)) return message;
    }
    throw new Error(`The process of the clients ended before it was done with ${done}.`);
  }

  leave(): void {
    this.#child.send({ do: 'leave' } satisfies ToClients);
  }
}

function isDone<Done extends FromClients['done']>(
  message: FromClients,
  done: Done,
): message is Extract<FromClients, { done: Done }> {
  return message.done === done;
}
