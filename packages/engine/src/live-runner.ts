import type { ApprovedOrder } from '@candor/domain/approved-order';
import { CandorError } from '@candor/domain/candor-error';
import type { Halt } from '@candor/domain/halt';
import type { Json } from '@candor/domain/json';
import type { BarFeed, FeedBar } from '@candor/domain/ports/bar-feed';
import type { Broker, BrokerCursor, BrokerEvent } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import type { SessionState } from '@candor/domain/ports/repositories';
import type { Timeframe } from '@candor/domain/timeframe';
import type { Headroom } from '@candor/risk/risk-manager';
import { BrokerLine } from './broker-line.ts';
import { failureReason } from './failure-reason.ts';
import type { HandAnswer, HandOrder } from './hand-order.ts';
import { type Ending, LiveSnapshot } from './live-snapshot.ts';
import { Mailbox } from './mailbox.ts';
import { OrderDesk } from './order-desk.ts';
import type { SessionConfig } from './session-config.ts';
import { Tape } from './tape.ts';
import { TradingSession } from './trading-session.ts';
import type { Turn, TurnStore } from './turn.ts';
import { TurnDraft } from './turn-draft.ts';
import { TurnWriter } from './turn-writer.ts';

export interface LiveRunConfig {
  readonly sessionId: string;
  readonly accountId: string;
  /** The owner's, under which turns are written. */
  readonly epoch: number;
  readonly session: SessionConfig;
  readonly timeframe: Timeframe;
  /** Stands where the session does: at its first decision, or behind the latest instant that was written. */
  readonly feed: BarFeed;
  readonly broker: Broker;
  readonly store: TurnStore;
  readonly clock: Clock;
  /** Bars of one instrument before the first opinion is possible. */
  readonly warmupBars: number;
  /** What a new session begins under: halts outlive the session that set them. */
  readonly halts: readonly Halt[];
  /** What the session stands on beside its bars, by name: hashes of the strategies' sources. A session goes on only on the same. */
  readonly pins: Readonly<Record<string, string>>;
  /** The latest turn written, for a session that goes on. */
  readonly resumeFrom:
    | { readonly turn: number; readonly state: 'running' | 'paused'; readonly snapshot: Json }
    | undefined;
}

/**
 * How a run came to its end. `stale`: another owner has the session. `suspended`: everything is written and the next owner goes on.
 * `failed`: what happened could not be written, so the reason is not in the store.
 */
export interface RunEnd {
  readonly how: 'finished' | 'stopped' | 'interrupted' | 'stale' | 'suspended' | 'failed';
  readonly reason: string | undefined;
}

export interface RunStatus {
  readonly state: SessionState;
  readonly reason: string | undefined;
  readonly turn: number;
  readonly position: number;
  readonly length: number;
  readonly barsPerSecond: number;
  /** Close of the latest instant, UTC milliseconds of market time; undefined before the first. */
  readonly lastBarAt: number | undefined;
  readonly equityMicros: number;
  /** What holds the session up, in words; undefined while nothing does. */
  readonly waitingFor: string | undefined;
  /** How long the latest turn took to be written. */
  readonly turnLatencyMs: number | undefined;
  readonly halts: readonly Halt[];
  readonly headroom: readonly Headroom[];
  /** Bars of the instrument that has fewest, still to come before an opinion is possible. */
  readonly warmupLeft: number;
}

// A turn is one transaction, whatever it holds: with 64 steps the fastest replay needs 16 a second, which a slow disk still manages.
const MOST_STEPS_PER_TURN = 64;
// Nobody who watches sees a tenth of a second; it is also the most that is done again after a crash of a slow replay.
const LONGEST_GATHER_MS = 100;
/**
 * Drives a session over a feed and a broker, in turns: what one or more steps did is written as one transaction, and only then carried out
 * at the broker. Commands land between two steps and are part of a turn. Everything in a turn but the time of writing depends on the bars,
 * the configuration and the commands alone, and how steps are gathered changes nothing but the numbers of the turns.
 */
export class LiveRunner {
  readonly #config: LiveRunConfig;
  readonly #living = new AbortController();
  readonly #suspending = new AbortController();
  readonly #tape: Tape;
  readonly #session: TradingSession;
  readonly #line: BrokerLine;
  readonly #desk: OrderDesk;
  readonly #writer: TurnWriter;
  readonly #draft = new TurnDraft();
  readonly #mailbox: Mailbox;
  #state: 'running' | 'paused' = 'running';
  #ending: Ending | undefined;
  #turn = 0;
  /** Of the latest event of the broker that the session has. */
  #cursor: BrokerCursor = 0;
  #lastSnapshot: Json = null;
  #isTurnDue = false;
  #gatherUntil: number | undefined;
  /** Position of the feed that steps by hand lead to. */
  #stepTarget = 0;
  #feedReady: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  /**
   * A new session sees the feed's history and stands before its first decision; one that goes on stands behind its latest turn. Throws
   * `engine.bad-snapshot` (halt) for a snapshot that cannot be gone on from, and what a strategy throws at its history.
   */
  constructor(config: LiveRunConfig) {
    this.#config = config;
    const { broker, clock, feed, resumeFrom, sessionId, store } = config;
    this.#tape = new Tape(config.session.instruments, config.timeframe);
    const session = new TradingSession(config.session, this.#tape.views);
    this.#session = session;
    broker.reviewFills?.((order, quantity, price) => {
      // What filled before it in the same instant counts: it may be the sale that pays for it.
      this.#takeBrokerEvents();
      return session.reviewFill(order, quantity, price);
    });
    const snapshot = resumeFrom === undefined ? undefined : LiveSnapshot.read(resumeFrom.snapshot, config.pins);
    const wake = (): void => this.#wake();
    this.#mailbox = new Mailbox(sessionId, wake);
    this.#writer = new TurnWriter(store, clock, this.#suspending.signal);
    this.#cursor = snapshot?.cursor ?? 0;
    this.#line = new BrokerLine(broker, clock, this.#cursor, this.#living.signal, wake);
    this.#desk = new OrderDesk({
      session,
      broker,
      line: this.#line,
      draft: this.#draft,
      clock,
      takeBrokerEvents: () => this.#takeBrokerEvents(),
      onMismatch: (differences) => this.#haltOnMismatch(differences),
    });
    if (resumeFrom === undefined || snapshot === undefined) this.#beginNew();
    else {
      this.#tape.load(feed.history());
      this.#restore(snapshot);
      this.#lastSnapshot = resumeFrom.snapshot;
      this.#turn = resumeFrom.turn;
      this.#state = resumeFrom.state;
      if (this.#state === 'paused') feed.pause();
    }
  }

  /** Runs until the session ends, is suspended or is lost to another owner. Never rejects. */
  async run(): Promise<RunEnd> {
    const end = await this.#runToItsEnd();
    this.#living.abort();
    this.#mailbox.close(end.how);
    return end;
  }

  /** Holds the feed. Resolves when it is written; a paused session stays as it is. */
  pause(): Promise<void> {
    return this.#mailbox.ask(() => {
      this.#refuseEnding('paused');
      if (this.#state === 'paused') return;
      this.#state = 'paused';
      this.#config.feed.pause();
    });
  }

  resume(): Promise<void> {
    return this.#mailbox.ask(() => {
      this.#refuseEnding('resumed');
      if (this.#state === 'running') return;
      this.#state = 'running';
      this.#config.feed.resume();
    });
  }

  /** Takes this many instants by hand; resolves when they are written, or those that are left. Throws `trading.not-paused` (conflict). */
  step(instants: number): Promise<void> {
    return this.#mailbox.askForPosition(() => {
      const { feed, sessionId } = this.#config;
      this.#refuseEnding('stepped');
      if (this.#state !== 'paused') {
        const message = `Session ${sessionId} is running; pause it before stepping by hand.`;
        throw new CandorError('trading.not-paused', { kind: 'conflict', message });
      }
      this.#stepTarget = Math.min(feed.length, Math.max(this.#stepTarget, feed.position) + instants);
      feed.step(instants);
      return this.#stepTarget;
    });
  }

  /** Throws `market-data.bad-param` for a speed the feed does not have. */
  setSpeed(barsPerSecond: number): void {
    this.#config.feed.setSpeed(barsPerSecond);
  }

  /** Ends the session once entries that work are taken back, or once everything is sold. Resolves when the wish is written. */
  stop({ by, flatten }: { readonly by: string; readonly flatten: boolean }): Promise<void> {
    return this.#mailbox.ask(() => {
      const { feed } = this.#config;
      const wasFlattening = this.#ending?.flattenBy !== undefined && this.#ending.flattenBy !== null;
      // Only impatience changes an end that is coming.
      if (this.#ending !== undefined && !(wasFlattening && !flatten)) return;
      if (wasFlattening) this.#liftStopping(by);
      this.#ending = { state: 'stopped', reason: `stopped by ${by}`, flattenBy: flatten ? by : null };
      if (flatten) {
        this.#session.halt('entries', { ...STOPPING, at: feed.at });
        this.#session.flatten(STOPPING.reason, feed.at);
        // What is sold is sold at the next bar, so there has to be one.
        this.#state = 'running';
        feed.resume();
        return;
      }
      this.#takeBack(({ intent }) => intent === 'enter');
    });
  }

  /** Halts the account and takes back what works: entries, and with `all` everything but what closes a position at the market. */
  halt(level: Halt['level'], { code, reason }: Pick<Halt, 'code' | 'reason'>): Promise<void> {
    return this.#mailbox.ask(() => {
      this.#session.halt(level, { code, reason, at: this.#config.feed.at, until: 'manual' });
      this.#takeBack(({ intent, type }) => intent === 'enter' || (level === 'all' && type !== 'market'));
    });
  }

  resumeTrading(wish: { readonly by: string; readonly reason: string; readonly code?: string }): Promise<void> {
    return this.#mailbox.ask(() => this.#session.resume({ ...wish, at: this.#config.feed.at }));
  }

  placeOrder(order: HandOrder): Promise<HandAnswer> {
    return this.#mailbox.ask(() => {
      this.#refuseEnding('traded by hand');
      return this.#session.placeByHand(order, this.#config.feed.at);
    });
  }

  cancelOrder(clientOrderId: string): Promise<void> {
    return this.#mailbox.ask(() => this.#session.cancelByHand(clientOrderId, this.#config.feed.at));
  }

  /** Stops at the border of a turn, with everything written and the session's state kept, so that the next owner goes on. */
  suspend(): void {
    this.#suspending.abort();
    this.#wake();
  }

  status(): RunStatus {
    const { feed, warmupBars } = this.#config;
    const bars = Math.min(...this.#session.legs.map(({ view }) => view.index + 1));
    return {
      state: this.#state,
      reason: this.#ending?.reason ?? undefined,
      turn: this.#turn,
      position: feed.position,
      length: feed.length,
      barsPerSecond: feed.barsPerSecond,
      lastBarAt: feed.position === 0 ? undefined : feed.at,
      equityMicros: this.#session.portfolio.equityMicros,
      waitingFor: this.#writer.waitingFor ?? this.#desk.waitingFor,
      turnLatencyMs: this.#writer.latencyMs,
      halts: this.#session.halts(),
      headroom: this.#session.headroom(feed.at),
      warmupLeft: Math.max(0, warmupBars - bars),
    };
  }

  async #runToItsEnd(): Promise<RunEnd> {
    try {
      this.#line.open();
      for (;;) {
        const end = await this.#next();
        if (end !== undefined) return end;
      }
    } catch (error) {
      return { how: 'failed', reason: failureReason(error) };
    }
  }

  /** Does the one thing that comes next; returns the end when that was it. What goes wrong on the way interrupts the session. */
  async #next(): Promise<RunEnd | undefined> {
    try {
      this.#checkFailures();
      if (this.#mailbox.takeAll()) {
        this.#gather();
        this.#isTurnDue = true;
      }
      this.#takeBrokerEvents();
    } catch (error) {
      this.#interrupt(error);
    }
    if (this.#mustWrite()) return this.#write();
    if (this.#suspending.signal.aborted) return { how: 'suspended', reason: undefined };
    try {
      await this.#act();
    } catch (error) {
      this.#interrupt(error);
    }
    return undefined;
  }

  async #act(): Promise<void> {
    const { feed } = this.#config;
    if (this.#desk.isBusy) {
      if (this.#desk.askAgainAt !== undefined) await this.#wait();
      else {
        await this.#desk.work();
        this.#gather();
      }
      return;
    }
    const bars = feed.take();
    if (bars !== undefined) await this.#step(bars);
    else if (feed.position < feed.length) await this.#wait();
    else if (this.#ending === undefined) this.#ending = { state: 'finished', reason: null, flattenBy: null };
    else if (this.#ending.flattenBy !== null) {
      this.#liftStopping(this.#ending.flattenBy);
      const reason = `${this.#ending.reason}; the feed ended before everything was sold`;
      this.#ending = { ...this.#ending, reason, flattenBy: null };
    }
  }

  /** Steps 0 to 5 of an instant. */
  async #step(bars: readonly FeedBar[]): Promise<void> {
    const { broker, feed } = this.#config;
    const views = this.#tape.append(bars);
    try {
      if (broker.observe !== undefined) {
        await this.#line.hear(broker.observe(views));
        this.#takeBrokerEvents();
      }
      this.#session.decide();
    } finally {
      // A step in which a strategy failed has happened all the same: what filled is filled.
      const { equityMicros, cashMicros } = this.#session.portfolio;
      this.#draft.takeStep(bars, { at: feed.at, equityMicros, cashMicros });
      this.#gather();
    }
  }

  #haltOnMismatch(differences: readonly string[]): void {
    const reason = `the broker's book is not ours: ${differences.join('; ')}`;
    const { at } = this.#config.feed;
    this.#session.halt('all', { code: 'RECONCILIATION_MISMATCH', reason, at, until: 'manual' });
    this.#isTurnDue = true;
  }

  #takeBrokerEvents(): void {
    const { waiting } = this.#line;
    if (waiting.length === 0) return;
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) this.#takeBrokerEvent(event);
    this.#gather();
    // A simulated venue tells while a step is made, and the turn of the step has it.
    if (this.#config.broker.observe === undefined) this.#isTurnDue = true;
  }

  #takeBrokerEvent(event: BrokerEvent): void {
    this.#cursor = event.cursor;
    if (event.type === 'fill') this.#session.onFill(event.fill, event.complete);
    else this.#session.onOrderEnded(event.clientOrderId, event.type, event.reason, event.at);
  }

  /** Takes what the session did into the turn to be written. */
  #gather(): void {
    const now = this.#config.clock.now();
    this.#draft.takeEvents(this.#session.events, now);
    this.#draft.takeTrades(this.#session.takeClosedTrades());
    if (!this.#draft.isEmpty) this.#gatherUntil ??= now + LONGEST_GATHER_MS;
  }

  #mustWrite(): boolean {
    if (this.#isTurnDue || this.#desk.hasUnwritten) return true;
    if (this.#isAtItsEnd()) return true;
    if (this.#draft.isEmpty) return false;
    if (this.#suspending.signal.aborted || this.#draft.steps >= MOST_STEPS_PER_TURN) return true;
    const { position } = this.#config.feed;
    if (this.#mailbox.isAwaiting(position)) return true;
    return this.#gatherUntil !== undefined && this.#config.clock.now() >= this.#gatherUntil;
  }

  /** Whether there is nothing more to do than to write that it is over. */
  #isAtItsEnd(): boolean {
    if (this.#ending === undefined || this.#session.actions.length > 0) return false;
    return this.#ending.flattenBy === null || !this.#isAnythingLeft();
  }

  /** Whether something is held or may still be bought or sold. */
  #isAnythingLeft(): boolean {
    return this.#session.legs.some(({ context, live }) => context.position.quantity !== 0 || live.length > 0);
  }

  async #write(): Promise<RunEnd | undefined> {
    const { sessionId, accountId, epoch, feed, broker } = this.#config;
    if (this.#isAtItsEnd() && this.#ending?.flattenBy) this.#liftStopping(this.#ending.flattenBy);
    // Asked before the rest: a strategy whose state cannot be saved ends the session, and that is then what the turn says.
    const snapshot = this.#snapshot();
    const end = this.#isAtItsEnd() ? this.#ending : undefined;
    const turn: Turn = {
      sessionId,
      accountId,
      epoch,
      number: this.#turn + 1,
      ...this.#draft.finish(),
      positions: this.#session.sleevePositions(),
      account: this.#session.portfolio.account(),
      halts: this.#session.halts(),
      position: feed.position,
      state: end?.state ?? this.#state,
      reason: this.#ending?.reason ?? undefined,
      snapshot,
    };
    this.#isTurnDue = false;
    this.#gatherUntil = undefined;
    const answer = await this.#writer.write(turn);
    if (answer === 'left') return { how: 'suspended', reason: undefined };
    if (answer === 'stale') return { how: 'stale', reason: 'Another process has taken the session in hand.' };
    this.#turn = turn.number;
    this.#lastSnapshot = snapshot;
    this.#desk.noteWritten();
    broker.forgetEvents?.(this.#cursor);
    this.#mailbox.answer(turn.position);
    return end === undefined ? undefined : { how: end.state, reason: turn.reason };
  }

  /** Waits for whatever comes first: a command, the broker, the next instant, or the end of a wait. */
  async #wait(): Promise<void> {
    const { clock, feed } = this.#config;
    if (!this.#mailbox.isEmpty || this.#line.waiting.length > 0 || this.#suspending.signal.aborted) return;
    const waiting = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const alarm = (at: number, ring: () => void): void => {
      clock.until(at, waiting.signal).then(
        () => {
          if (waiting.signal.aborted) return;
          ring();
          this.#wake();
        },
        (error: unknown) => {
          if (!waiting.signal.aborted) this.#fail(error);
        },
      );
    };
    // The clock's word is taken for it that the time has come, whatever it then shows.
    if (!this.#draft.isEmpty && this.#gatherUntil !== undefined)
      alarm(this.#gatherUntil, () => (this.#isTurnDue = true));
    const { askAgainAt } = this.#desk;
    if (askAgainAt !== undefined) {
      alarm(askAgainAt, () => {
        this.#desk.askAgainAt = undefined;
      });
    } else {
      this.#feedReady ??= feed.ready(this.#living.signal).then(
        () => {
          this.#feedReady = undefined;
          this.#wake();
        },
        (error: unknown) => this.#fail(error),
      );
    }
    await woken;
    waiting.abort();
  }

  #refuseEnding(done: string): void {
    if (this.#ending === undefined) return;
    const message = `Session ${this.#config.sessionId} is coming to its end (${this.#ending.state}) and cannot be ${done} any more.`;
    throw new CandorError('trading.session-over', { kind: 'conflict', message });
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  #checkFailures(): void {
    if (this.#ending?.state === 'interrupted') return;
    if (this.#failure !== undefined) throw this.#failure.error;
    this.#line.check();
  }

  /** Ends a session in which something went wrong: entries are halted, what is held is kept. */
  #interrupt(error: unknown): void {
    const isTheSecond = this.#ending?.state === 'interrupted';
    if (!isTheSecond) {
      const reason = failureReason(error);
      this.#ending = { state: 'interrupted', reason, flattenBy: null };
      const { at } = this.#config.feed;
      this.#session.halt('entries', { code: 'SESSION_INTERRUPTED', reason, at, until: 'manual' });
      this.#takeBack(({ intent }) => intent === 'enter');
    } else {
      // Not even its end can be carried out, so it is only written.
      this.#desk.drop();
    }
    this.#gather();
    this.#isTurnDue = true;
  }

  #takeBack(isMeant: (order: ApprovedOrder) => boolean): void {
    const { at } = this.#config.feed;
    const working = this.#session.legs.flatMap(({ live }) => live.map(({ order }) => order));
    for (const order of working) if (isMeant(order)) this.#session.cancelByHand(order.clientOrderId, at);
  }

  #liftStopping(by: string): void {
    const { at } = this.#config.feed;
    this.#session.resume({ by, reason: 'the session was stopped', at, code: STOPPING.code });
    this.#gather();
  }

  #beginNew(): void {
    const { feed, halts, session } = this.#config;
    for (const bars of feed.history()) {
      this.#tape.append(bars);
      this.#session.show();
    }
    session.risk.restoreHalts(halts);
    this.#gather();
    this.#isTurnDue = true;
  }

  #snapshot(): Json {
    try {
      return LiveSnapshot.write({
        pins: this.#config.pins,
        seq: this.#draft.seq,
        cursor: this.#cursor,
        session: this.#session.snapshot(),
        orders: this.#draft.orders.snapshot(),
        unsent: [...this.#draft.unsent],
        broker: this.#config.broker.snapshot?.() ?? null,
        ending: this.#ending ?? null,
      });
    } catch (error) {
      // Twice, so that nothing is left to be carried out: from here nobody goes on.
      this.#interrupt(error);
      this.#interrupt(error);
      return this.#lastSnapshot;
    }
  }

  #restore(snapshot: LiveSnapshot): void {
    this.#session.restore(snapshot.session);
    this.#config.broker.restore?.(snapshot.broker);
    this.#draft.orders.restore(snapshot.orders);
    for (const clientOrderId of snapshot.unsent) this.#draft.unsent.add(clientOrderId);
    this.#draft.seq = snapshot.seq;
    this.#ending = snapshot.ending ?? undefined;
    this.#desk.goOn();
  }
}

const STOPPING = {
  code: 'STOPPING',
  reason: 'the session is being stopped and everything sold',
  until: 'manual',
} as const;
