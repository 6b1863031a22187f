import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** What the bench tells the process of its clients. */
export const ToClients = z.discriminatedUnion('do', [
  z.object({ do: z.literal('connect'), url: z.string(), clients: z.int(), hello: z.string() }),
  /** Count until each client has so many messages, then report. */
  z.object({ do: z.literal('count'), messages: z.int() }),
  z.object({ do: z.literal('leave') }),
]);

export type ToClients = z.infer<typeof ToClients>;

/** What it tells back. */
export const FromClients = z.discriminatedUnion('done', [
  z.object({ done: z.literal('connect') }),
  z.object({ done: z.literal('count-begun') }),
  z.object({
    done: z.literal('count'),
    /** Of every message from its publishing to its arrival, the oldest of a frame standing for all of it. */
    p99Ms: z.number(),
    /** Of the data that the first client got. */
    fingerprint: z.string(),
  }),
]);

export type FromClients = z.infer<typeof FromClients>;

// Counting must not cost more than what is counted: the number of a frame's last message says how many have come, and only one client in
// the thousand reads all of it.
const SEQ = Buffer.from('"seq":');
const RECORDED_AT = Buffer.from('"recordedAt":"');
const ISO_LENGTH = 24;
const SLOWEST_MS = 60_000;

let sockets: WebSocket[] = [];
let wanted = 0;
let left = 0;
let lastSeq: number[] = [];
let goal: number[] = [];
let read: Buffer[] = [];
/** Messages by their latency in milliseconds. */
let latencies = new Uint32Array(SLOWEST_MS);

function take(client: number, frame: Buffer): void {
  const at = frame.lastIndexOf(SEQ);
  if (at < 0) return;
  const seq = Number.parseInt(frame.toString('latin1', at + SEQ.length, at + SEQ.length + 12), 10);
  const from = frame.indexOf(RECORDED_AT) + RECORDED_AT.length;
  const published = Date.parse(frame.toString('latin1', from, from + ISO_LENGTH));
  const latency = Math.min(SLOWEST_MS - 1, Math.max(0, Date.now() - published));
  latencies[latency] = latencies[latency]! + (seq - lastSeq[client]!);
  lastSeq[client] = seq;
  if (client === 0) read.push(frame);
  if (seq !== goal[client]) return;
  left -= 1;
  if (left === 0) tell({ done: 'count', p99Ms: p99(), fingerprint: fingerprintOf(read) });
}

function p99(): number {
  const all = latencies.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return latencies.findIndex((count) => {
    seen += count;
    return seen >= 0.99 * all;
  });
}

function fingerprintOf(frames: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const frame of frames) {
    const messages: { readonly data: unknown }[] = [JSON.parse(frame.toString())].flat();
    for (const { data } of messages) hash.update(JSON.stringify(data));
  }
  return hash.digest('hex').slice(0, 16);
}

function tell(message: FromClients): void {
  process.send?.(message);
}

async function connect(url: string, clients: number, hello: string): Promise<void> {
  lastSeq = new Array<number>(clients).fill(0);
  sockets = [];
  for (let first = 0; first < clients; first += 100) {
    const hundred = Array.from({ length: Math.min(100, clients - first) }, (_, i) => open(url, hello, first + i));
    sockets.push(...(await Promise.all(hundred)));
  }
  tell({ done: 'connect' });
}

/** Resolves when the first message that has a number has come. */
function open(url: string, hello: string, client: number): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('open', () => socket.send(hello));
    socket.on('message', (data: Buffer) => {
      if (wanted > 0) take(client, data);
      else if (data.includes(SEQ)) resolve(socket);
    });
  });
}

process.on('message', (json) => {
  const message = ToClients.parse(json);
  if (message.do === 'connect') {
    wanted = 0;
    void connect(message.url, message.clients, message.hello);
  } else if (message.do === 'count') {
    wanted = message.messages;
    left = sockets.length;
    goal = lastSeq.map((seq) => seq + wanted);
    read = [];
    latencies = new Uint32Array(SLOWEST_MS);
    tell({ done: 'count-begun' });
  } else {
    for (const socket of sockets) socket.terminate();
    process.disconnect();
  }
});
