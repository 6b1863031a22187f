import type { Socket } from 'node:net';
import type { WebSocket } from '@fastify/websocket';
import type { LiveLimits } from './live-limits.ts';
import { Outgoing } from './outgoing.ts';
import { CLOSE_CODES, type LiveError, type Notice } from './protocol.ts';
import type { Receiver, Subscription } from './subscription.ts';

/** What the clients did since the latest sweep. */
export interface Tally {
  messagesSent: number;
  deltasDropped: number;
  snapshotsSent: number;
  readonly closed: { abuse: number; dead: number; slow: number };
}

const AS_TEXT = { binary: false } as const;
const RATE_WINDOW_MS = 10_000;

/**
 * One connection. What its socket does not take waits in a bounded queue: beyond the bound deltas are left out, a snapshot makes up for them
 * once the queue is empty, and who stays slow is let go.
 */
export class LiveClient implements Receiver {
  readonly gathers: boolean;
  readonly subscriptions = new Map<string, Subscription>();
  readonly #socket: WebSocket;
  readonly #wire: Socket;
  readonly #limits: LiveLimits;
  readonly #tally: Tally;
  #queue: Outgoing[] = [];
  #queuedLength = 0;
  #queuedDeltas = 0;
  #slowSinceMs: number | undefined;
  #isOpen = true;
  #isAlive = true;
  #windowMs = Number.NEGATIVE_INFINITY;
  #messages = 0;
  #badMessages = 0;

  /** `wire` is the connection below the socket. */
  constructor(socket: WebSocket, wire: Socket, gathers: boolean, limits: LiveLimits, tally: Tally) {
    this.#socket = socket;
    this.#wire = wire;
    this.gathers = gathers;
    this.#limits = limits;
    this.#tally = tally;
    wire.on('drain', () => this.#drain());
    socket.on('pong', () => {
      this.#isAlive = true;
    });
  }

  /** Whether it still gets messages. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get queueDepth(): number {
    return this.#queue.length;
  }

  send(message: Outgoing): void {
    if (this.#queue.length > 0 || this.#wire.writableNeedDrain) this.#enqueue(message);
    else if (this.gathers) this.#write([message], Outgoing.gather([message]));
    else {
      this.#tally.messagesSent += 1;
      if (message.kind === 'snapshot') this.#tally.snapshotsSent += 1;
      this.#socket.send(message.frame, AS_TEXT);
    }
  }

  sendTogether(messages: readonly Outgoing[], frame: Buffer): void {
    if (this.#queue.length === 0 && !this.#wire.writableNeedDrain) this.#write(messages, frame);
    else for (const message of messages) this.#enqueue(message);
  }

  tell(notice: Notice): void {
    this.send(Outgoing.notice(notice));
  }

  refuse(topic: string, error: LiveError): void {
    this.unsubscribe(topic);
    this.tell(error);
  }

  /** Ends a subscription; what waits of it is not sent any more. */
  unsubscribe(topic: string): void {
    const subscription = this.subscriptions.get(topic);
    if (subscription === undefined) return;
    subscription.feed.unfollow(subscription);
    this.subscriptions.delete(topic);
    if (this.#queue.length > 0) this.#requeue(this.#queue.filter((message) => message.topic !== topic));
  }

  /** Counts a message that came from the client, and lets the client go when there are too many. */
  heard(isBad: boolean, nowMs: number): void {
    this.#isAlive = true;
    if (nowMs - this.#windowMs >= RATE_WINDOW_MS) {
      this.#windowMs = nowMs;
      this.#messages = 0;
      this.#badMessages = 0;
    }
    this.#messages += 1;
    if (isBad) this.#badMessages += 1;
    const { maxBadMessages, maxMessages } = this.#limits;
    if (this.#badMessages > maxBadMessages) {
      this.#dismiss('abuse', CLOSE_CODES.abuse, `more than ${maxBadMessages} bad messages in 10 s`);
    } else if (this.#messages > maxMessages) {
      this.#dismiss('abuse', CLOSE_CODES.abuse, `more than ${maxMessages} messages in 10 s`);
    }
  }

  /** Pings, or cuts a connection whose other end gave no sign since the ping before. */
  beat(): void {
    if (!this.#isAlive) {
      if (this.#isOpen) this.#tally.closed.dead += 1;
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
  }

  /** Lets the client go when it has been too slow for too long. */
  sweep(nowMs: number): void {
    const { maxSlowMs } = this.#limits;
    if (this.#slowSinceMs !== undefined && nowMs - this.#slowSinceMs >= maxSlowMs) {
      this.#dismiss('slow', CLOSE_CODES.tooSlow, `too slow for ${maxSlowMs / 1_000} s; come back`);
    }
  }

  /** Closes the connection; nothing that waits is sent any more. */
  close(code: number, reason: string): void {
    this.leave();
    this.#socket.close(code, reason);
  }

  /** Cuts the connection. */
  cut(): void {
    this.#socket.terminate();
  }

  /** Ends everything that the client follows. */
  leave(): void {
    this.#isOpen = false;
    for (const subscription of this.subscriptions.values()) subscription.feed.unfollow(subscription);
    this.subscriptions.clear();
    this.#requeue([]);
    this.#slowSinceMs = undefined;
  }

  #dismiss(reason: keyof Tally['closed'], code: number, sentence: string): void {
    if (!this.#isOpen) return;
    this.#tally.closed[reason] += 1;
    this.close(code, sentence);
  }

  #write(messages: readonly Outgoing[], frame: Buffer): void {
    this.#tally.messagesSent += messages.length;
    for (const { kind } of messages) if (kind === 'snapshot') this.#tally.snapshotsSent += 1;
    this.#socket.send(frame, AS_TEXT);
  }

  #enqueue(message: Outgoing): void {
    if (!this.#isOpen) return;
    if (message.kind === 'delta' && this.#isToBeLeftOut(message)) return;
    this.#push(message);
    const { maxQueue, maxQueueLength } = this.#limits;
    if (this.#queue.length > maxQueue || this.#queuedLength > maxQueueLength) this.#shed();
    if (this.#queuedLength > maxQueueLength) {
      this.#dismiss('slow', CLOSE_CODES.tooSlow, 'too much was waiting; come back');
    }
  }

  #push(message: Outgoing): void {
    this.#queue.push(message);
    this.#queuedLength += message.text.length;
    if (message.kind === 'delta') this.#queuedDeltas += 1;
  }

  #isToBeLeftOut({ topic, text }: Outgoing): boolean {
    const { maxQueue, maxQueueLength } = this.#limits;
    const subscription = this.subscriptions.get(topic);
    if (subscription === undefined) return true;
    const hasRoom = this.#queue.length < maxQueue && this.#queuedLength + text.length <= maxQueueLength;
    if (hasRoom && !subscription.isStale) return false;
    if (!subscription.isStale) this.#push(this.#markStale(subscription));
    this.#slowSinceMs ??= performance.now();
    this.#tally.deltasDropped += 1;
    return true;
  }

  /** Leaves out every delta that waits. */
  #shed(): void {
    this.#slowSinceMs ??= performance.now();
    if (this.#queuedDeltas === 0) return;
    this.#tally.deltasDropped += this.#queuedDeltas;
    const kept: Outgoing[] = [];
    for (const message of this.#queue) {
      if (message.kind !== 'delta') {
        kept.push(message);
        continue;
      }
      const subscription = this.subscriptions.get(message.topic);
      // It is told before anything that comes after the first delta left out.
      if (subscription !== undefined && !subscription.isStale) kept.push(this.#markStale(subscription));
    }
    this.#requeue(kept);
  }

  #markStale(subscription: Subscription): Outgoing {
    subscription.isStale = true;
    return Outgoing.notice({ op: 'behind', topic: subscription.feed.name });
  }

  #requeue(messages: readonly Outgoing[]): void {
    this.#queue = [];
    this.#queuedLength = 0;
    this.#queuedDeltas = 0;
    for (const message of messages) this.#push(message);
  }

  /** Sends what waits as far as the socket takes it, then has snapshots made up for what was left out. */
  #drain(): void {
    const queue = this.#queue;
    const step = this.gathers ? this.#limits.maxQueue : 1;
    let sent = 0;
    while (sent < queue.length && !this.#wire.writableNeedDrain) {
      const messages = queue.slice(sent, sent + step);
      this.#write(messages, this.gathers ? Outgoing.gather(messages) : messages[0]!.frame);
      sent += messages.length;
    }
    if (sent > 0) this.#requeue(queue.slice(sent));
    if (this.#queue.length > 0) return;
    this.#slowSinceMs = undefined;
    for (const subscription of [...this.subscriptions.values()]) {
      if (subscription.isStale) subscription.feed.refresh(subscription);
    }
  }
}
