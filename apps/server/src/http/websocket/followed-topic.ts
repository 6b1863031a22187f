import type { Json } from '@candor/domain/json';
import type { Clock } from '@candor/domain/ports/clock';
import type { LiveMessage, LiveTopic, TopicAddress } from '../../resources/live-topics.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LoadGate } from './load-gate.ts';
import { Outgoing } from './outgoing.ts';
import type { LiveError, ResumePoint } from './protocol.ts';
import type { Feed, Subscription } from './subscription.ts';
import { TopicLog } from './topic-log.ts';

/** What a topic shows to someone who comes new. */
export interface LiveSnapshot {
  readonly data: Json;
  /** Number of the last turn that the data holds whole, and nothing after it; undefined where no turns write it. */
  readonly through?: number;
}

/** Loads what a topic shows now, or undefined when there is no such session. */
export type LoadSnapshot = (topic: LiveTopic, id: string) => Promise<LiveSnapshot | undefined>;

export interface TopicServices {
  readonly load: LoadSnapshot;
  readonly gate: LoadGate;
  readonly clock: Clock;
  readonly limits: LiveLimits;
  readonly onFault: (topic: string, error: unknown) => void;
}

interface Taken {
  readonly message: Outgoing;
  readonly through: number;
  readonly loadedAtMs: number;
}

// A topic so busy that its log runs over during a load is tried again in the next sweep.
const LOADS_IN_A_ROW = 3;

/**
 * One topic and those who follow it. A snapshot is taken once for all who wait; what is published while it loads is in the log, so nothing
 * is missed, and what it holds already is known by its turn, so nothing comes twice.
 */
export class FollowedTopic implements Feed {
  readonly name: string;
  /** Followers who get each message at once. */
  readonly direct = new Set<Subscription>();
  /** Followers who get the messages of a tick together. */
  readonly gathering = new Set<Subscription>();
  /** Since when nobody follows, in monotonic milliseconds. */
  idleSinceMs: number | undefined;
  readonly #address: TopicAddress;
  readonly #services: TopicServices;
  readonly #log: TopicLog;
  readonly #waiting = new Set<Subscription>();
  #taken: Taken | undefined;
  #isLoading = false;

  /** Numbers begin after `base`. */
  constructor(name: string, address: TopicAddress, base: number, services: TopicServices) {
    this.name = name;
    this.#address = address;
    this.#services = services;
    this.#log = new TopicLog(base, services.limits.retainedMessages);
  }

  get lastSeq(): number {
    return this.#log.last;
  }

  get isFollowed(): boolean {
    return this.direct.size + this.gathering.size + this.#waiting.size > 0;
  }

  canResume({ seq }: ResumePoint): boolean {
    return this.#log.after(seq) !== undefined;
  }

  /** Sends what was missed since a point that can be resumed from, or a snapshot, and everything after it. */
  follow(subscription: Subscription, after?: ResumePoint): void {
    const missed = after && this.#log.after(after.seq);
    if (missed !== undefined) {
      subscription.seq = after?.seq ?? 0;
      subscription.through = after?.through ?? -1;
      this.#goLive(subscription, missed);
      return;
    }
    const isFresh =
      this.#taken !== undefined &&
      performance.now() - this.#taken.loadedAtMs < this.#services.limits.snapshotFreshMs &&
      this.#serve(subscription, this.#taken);
    if (isFresh) return;
    this.#waiting.add(subscription);
    void this.#load();
  }

  unfollow(subscription: Subscription): void {
    this.direct.delete(subscription);
    this.gathering.delete(subscription);
    this.#waiting.delete(subscription);
  }

  refresh(subscription: Subscription): void {
    this.unfollow(subscription);
    subscription.isStale = false;
    subscription.seq = this.#log.last;
    this.#waiting.add(subscription);
    void this.#load();
  }

  /** Numbers a message, keeps it, sends it to those who take each at once, and returns it. */
  publish(message: LiveMessage, nowMs: number): Outgoing {
    const outgoing = this.#log.append(nowMs, (seq) => Outgoing.message(message, seq));
    const { turn } = outgoing;
    for (const { receiver, through } of this.direct) {
      if (turn < 0 || turn > through) receiver.send(outgoing);
    }
    return outgoing;
  }

  /** Begins anew for everybody: messages may have been lost on their way here. */
  breakOff(): void {
    this.#log.breakOff();
    this.#taken = undefined;
    for (const subscription of [...this.direct, ...this.gathering]) this.refresh(subscription);
  }

  /** Lets go of what is too old, and tries again to load what could not be. */
  sweep(nowMs: number): void {
    const { retentionMs, snapshotFreshMs } = this.#services.limits;
    this.#log.forget(nowMs - retentionMs);
    if (this.#taken !== undefined && nowMs - this.#taken.loadedAtMs >= snapshotFreshMs) this.#taken = undefined;
    if (this.isFollowed) this.idleSinceMs = undefined;
    else this.idleSinceMs ??= nowMs;
    if (this.#waiting.size > 0) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      for (let i = 0; i < LOADS_IN_A_ROW && this.#waiting.size > 0; i++) {
        const taken = await this.#services.gate.run(() => this.#take());
        if (taken === undefined) {
          this.#refuseAll();
          return;
        }
        this.#taken = taken;
        for (const subscription of [...this.#waiting]) this.#serve(subscription, taken);
      }
    } catch (error) {
      this.#services.onFault(this.name, error);
      this.#warnAll();
    } finally {
      this.#isLoading = false;
    }
  }

  async #take(): Promise<Taken | undefined> {
    const { clock, load } = this.#services;
    let seq = this.#log.last;
    const loaded = await load(this.#address.topic, this.#address.id);
    if (loaded === undefined) return undefined;
    const { data, through } = loaded;
    // What came while it was loading and is of a turn that it holds, it holds.
    for (const message of this.#log.after(seq) ?? []) {
      if (message.turn < 0 || message.turn > (through ?? -1)) break;
      seq = message.seq;
    }
    return {
      message: Outgoing.snapshot(this.name, seq, clock.now(), through, data),
      through: through ?? -1,
      loadedAtMs: performance.now(),
    };
  }

  /** Sends a snapshot and what came after it, unless the subscription is beyond it or what came after it is not kept. */
  #serve(subscription: Subscription, { message, through }: Taken): boolean {
    const since = this.#log.after(message.seq);
    if (since === undefined || message.seq < subscription.seq) return false;
    subscription.seq = message.seq;
    subscription.through = through;
    this.#goLive(subscription, since, message);
    return true;
  }

  #goLive(subscription: Subscription, since: readonly Outgoing[], snapshot?: Outgoing): void {
    const { receiver } = subscription;
    const due = since.filter((message) => subscription.isDue(message));
    if (snapshot !== undefined) due.unshift(snapshot);
    this.#waiting.delete(subscription);
    subscription.seq = this.#log.last;
    // Before anything is sent: a receiver that this is too much for leaves, and must be found here.
    (receiver.gathers ? this.gathering : this.direct).add(subscription);
    if (!receiver.gathers) for (const message of due) receiver.send(message);
    else if (due.length > 0) receiver.sendTogether(due, Outgoing.gather(due));
  }

  #refuseAll(): void {
    const error = this.#error('live.unknown-session', `There is no session "${this.#address.id}".`);
    for (const { receiver } of [...this.#waiting]) receiver.refuse(this.name, error);
  }

  #warnAll(): void {
    const error = this.#error(
      'live.snapshot-unavailable',
      'The snapshot cannot be loaded at the moment. It comes as soon as it can be.',
    );
    for (const subscription of this.#waiting) {
      if (!subscription.isWarned) subscription.receiver.tell(error);
      subscription.isWarned = true;
    }
  }

  #error(code: LiveError['code'], message: string): LiveError {
    return { op: 'error', code, message, topic: this.name };
  }
}
