import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Json } from '@candor/domain/json';
import { didYouMean } from '@candor/domain/nearest';
import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import { isoFromInstant } from '@candor/domain/time';
import type { WebSocket } from '@fastify/websocket';
import { z } from 'zod';
import { LIVE_CHANNEL, LIVE_TOPICS, parseLiveTopic } from '../../resources/live-topics.ts';
import { FollowedTopic, type LoadSnapshot, type TopicServices } from './followed-topic.ts';
import { GatheringTick } from './gathering-tick.ts';
import { LiveClient, type Tally } from './live-client.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { LoadGate } from './load-gate.ts';
import { CLOSE_CODES, type ClientMessage, type LiveErrorCode } from './protocol.ts';
import { readClientMessage } from './read-client-message.ts';
import { Subscription } from './subscription.ts';

export interface LiveHubDependencies {
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly loadSnapshot: LoadSnapshot;
  readonly metrics: LiveMetrics;
  readonly limits: LiveLimits;
  /** Told of what went wrong without a client's doing. */
  readonly onFault: (fault: { readonly code: string; readonly topic?: string; readonly error?: unknown }) => void;
}

// The farthest instants that have a text.
const Instant = z.number().min(-8.64e15).max(8.64e15);

const BusMessage = z.object({
  topic: z.string(),
  type: z.enum(['delta', 'event']),
  at: Instant,
  recordedAt: Instant,
  turn: z.int().min(0).optional(),
  data: z.custom<Json>((data) => data !== undefined),
});

// Enough for a close to be answered; who does not answer is cut.
const FAREWELL_MS = 1_000;

/** Takes live messages from the bus, numbers them by topic, and brings them to every client that follows. */
export class LiveHub {
  /** Names this hub's numbering. */
  readonly stream = randomUUID();
  readonly #dependencies: LiveHubDependencies;
  readonly #services: TopicServices;
  readonly #clients = new Set<LiveClient>();
  readonly #topics = new Map<string, FollowedTopic>();
  readonly #tally: Tally = {
    messagesSent: 0,
    deltasDropped: 0,
    snapshotsSent: 0,
    closed: { abuse: 0, dead: 0, slow: 0 },
  };
  readonly #tick: GatheringTick;
  /** Where the numbers of a new topic begin: beyond those of every topic let go. */
  #base = 0;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  #isClosing = false;
  #whenEmpty: () => void = () => {};

  constructor(dependencies: LiveHubDependencies) {
    const { bus, clock, limits, loadSnapshot, onFault } = dependencies;
    this.#dependencies = dependencies;
    this.#tick = new GatheringTick(limits.gatherMs);
    this.#services = {
      load: loadSnapshot,
      gate: new LoadGate(limits.concurrentLoads),
      clock,
      limits,
      onFault: (topic, error) => onFault({ code: 'live.snapshot-failed', topic, error }),
    };
    this.#unsubscribe = bus.subscribe(LIVE_CHANNEL, (message) => this.#publish(message));
    this.#timers = [
      setInterval(() => this.#sweep(), limits.sweepMs).unref(),
      setInterval(() => this.#beat(), limits.heartbeatMs).unref(),
    ];
  }

  get hasRoom(): boolean {
    return !this.#isClosing && this.#clients.size < this.#dependencies.limits.maxClients;
  }

  /** Takes a connection that has just opened; `wire` is what it runs over. */
  connect(socket: WebSocket, wire: Socket, gathers: boolean): void {
    const { limits } = this.#dependencies;
    const client = new LiveClient(socket, wire, gathers, limits, this.#tally);
    this.#clients.add(client);
    socket.on('message', (data, isBinary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
      this.#receive(client, bytes, isBinary);
    });
    socket.on('close', () => {
      client.leave();
      this.#clients.delete(client);
      if (this.#clients.size === 0) this.#whenEmpty();
    });
    client.tell({ op: 'welcome', stream: this.stream, heartbeatMs: limits.heartbeatMs, at: this.#now() });
  }

  /** Gives everybody a new snapshot: for when messages may have been lost on the bus. */
  resync(): void {
    this.#tick.flush();
    for (const topic of this.#topics.values()) topic.breakOff();
  }

  /** Says goodbye to every client and resolves when all are gone. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#unsubscribe();
    for (const timer of this.#timers) clearInterval(timer);
    this.#tick.flush();
    for (const client of this.#clients) client.close(CLOSE_CODES.goingDown, 'server is going down');
    if (this.#clients.size === 0) return;
    const cutter = setTimeout(() => {
      for (const client of this.#clients) client.cut();
    }, FAREWELL_MS);
    await new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    clearTimeout(cutter);
  }

  #receive(client: LiveClient, bytes: Buffer, isBinary: boolean): void {
    if (!client.isOpen) return;
    const read = readClientMessage(bytes, isBinary, this.#dependencies.limits.maxMessageBytes);
    const isBad = read.ok ? !this.#carryOut(client, read.message) : true;
    if (!read.ok) client.tell(read.error);
    client.heard(isBad, performance.now());
  }

  /** Returns whether there was nothing to object to. */
  #carryOut(client: LiveClient, message: ClientMessage): boolean {
    switch (message.op) {
      case 'ping':
        client.tell({ op: 'pong', at: this.#now() });
        return true;
      case 'unsubscribe':
        if (parseLiveTopic(message.topic) === undefined) return this.#refuse(client, ...unknownTopic(message.topic));
        client.unsubscribe(message.topic);
        return true;
      case 'subscribe':
        return this.#subscribe(client, message);
    }
  }

  #subscribe(client: LiveClient, { topic: name, after }: Extract<ClientMessage, { op: 'subscribe' }>): boolean {
    const { maxSubscriptions, maxTopics } = this.#dependencies.limits;
    client.unsubscribe(name);
    if (client.subscriptions.size >= maxSubscriptions) {
      const rule = `A connection follows at most ${maxSubscriptions} topics.`;
      return this.#refuse(client, 'live.too-many-subscriptions', rule, name);
    }
    const topic = this.#topics.get(name) ?? this.#open(name);
    if (topic === 'unknown') return this.#refuse(client, ...unknownTopic(name));
    if (topic === 'full') {
      const rule = `The server follows at most ${maxTopics} topics at a time. Try again in a minute.`;
      return this.#refuse(client, 'live.too-many-topics', rule, name);
    }
    const subscription = new Subscription(client, topic);
    client.subscriptions.set(name, subscription);
    const resumed = after !== undefined && after.stream === this.stream && topic.canResume(after);
    client.tell({ op: 'subscribed', topic: name, resumed });
    if (client.isOpen) topic.follow(subscription, resumed ? after : undefined);
    return true;
  }

  #refuse(client: LiveClient, code: LiveErrorCode, message: string, topic: string): false {
    client.tell({ op: 'error', code, message, topic });
    return false;
  }

  #open(name: string): FollowedTopic | 'unknown' | 'full' {
    const address = parseLiveTopic(name);
    if (address === undefined) return 'unknown';
    if (this.#topics.size >= this.#dependencies.limits.maxTopics) {
      const idle = [...this.#topics.values()].find(({ isFollowed }) => !isFollowed);
      if (idle === undefined) return 'full';
      this.#letGo(idle);
    }
    const topic = new FollowedTopic(name, address, this.#base, this.#services);
    this.#topics.set(name, topic);
    return topic;
  }

  // Whoever comes back to it after this must not take numbers given anew for those given before.
  #letGo(topic: FollowedTopic): void {
    this.#topics.delete(topic.name);
    this.#base = Math.max(this.#base, topic.lastSeq + 1);
  }

  #publish(json: Json): void {
    const read = BusMessage.safeParse(json);
    if (!read.success) {
      this.#dependencies.onFault({ code: 'live.bad-bus-message', error: read.error });
      return;
    }
    const { turn, ...message } = read.data;
    const topic = this.#topics.get(message.topic);
    if (topic === undefined) return;
    const outgoing = topic.publish({ ...message, ...(turn !== undefined && { turn }) }, performance.now());
    if (topic.gathering.size > 0) this.#tick.add(outgoing, topic.gathering);
  }

  #sweep(): void {
    const nowMs = performance.now();
    const { metrics, limits } = this.#dependencies;
    for (const client of this.#clients) client.sweep(nowMs);
    for (const topic of this.#topics.values()) {
      topic.sweep(nowMs);
      if (topic.idleSinceMs !== undefined && nowMs - topic.idleSinceMs >= limits.retentionMs) this.#letGo(topic);
    }
    const tally = this.#tally;
    metrics.clients(this.#clients.size);
    metrics.queueDepth([...this.#clients].reduce((sum, { queueDepth }) => sum + queueDepth, 0));
    metrics.messagesSent(tally.messagesSent);
    metrics.deltasDropped(tally.deltasDropped);
    metrics.snapshotsSent(tally.snapshotsSent);
    tally.messagesSent = 0;
    tally.deltasDropped = 0;
    tally.snapshotsSent = 0;
    for (const reason of ['abuse', 'dead', 'slow'] as const) {
      metrics.clientsClosed(reason, tally.closed[reason]);
      tally.closed[reason] = 0;
    }
  }

  #beat(): void {
    for (const client of this.#clients) client.beat();
  }

  #now(): string {
    return isoFromInstant(this.#dependencies.clock.now());
  }
}

function unknownTopic(name: string): [LiveErrorCode, string, string] {
  const choices = didYouMean(name, Object.values(LIVE_TOPICS));
  return ['live.unknown-topic', `There is no topic "${name}". ${choices}`, name];
}
