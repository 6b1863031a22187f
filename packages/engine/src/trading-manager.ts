import { CandorError } from '@candor/domain/candor-error';
import type { Halt } from '@candor/domain/halt';
import type { BarFeed } from '@candor/domain/ports/bar-feed';
import type { Broker } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import type { SessionRepository, SessionRow } from '@candor/domain/ports/repositories';
import type { Timeframe } from '@candor/domain/timeframe';
import { backoffMs } from './backoff.ts';
import { failureReason } from './failure-reason.ts';
import type { HandAnswer, HandOrder } from './hand-order.ts';
import { LiveRunner, type RunEnd, type RunStatus } from './live-runner.ts';
import type { SessionConfig } from './session-config.ts';
import type { TurnStore } from './turn.ts';

/** Everything it takes to drive a session. */
export interface OpenedSession {
  /** As it stands now: nobody else writes it once it is claimed. */
  readonly row: SessionRow;
  readonly session: SessionConfig;
  readonly timeframe: Timeframe;
  /** Bars before the first opinion is possible. */
  readonly warmupBars: number;
  /** Halts of the account. */
  readonly halts: readonly Halt[];
  /** What it stands on beside its bars, by name. */
  readonly pins: Readonly<Record<string, string>>;
  /** Returns the feed, with so many instants past. */
  createFeed(startAt: number): BarFeed;
  createBroker(): Broker;
}

/** Something a person should know and no caller waits for. */
export interface ManagerNotice {
  readonly sessionId: string;
  /** `recovered`, `waiting`, or how a run ended. */
  readonly what: 'recovered' | 'waiting' | RunEnd['how'];
  readonly reason: string | undefined;
}

export interface TradingManagerOptions {
  readonly clock: Clock;
  readonly store: TurnStore;
  /** Each call is a transaction of its own. */
  readonly sessions: Pick<SessionRepository, 'find' | 'list' | 'claim' | 'update'>;
  /** Throws, in words, why a session cannot be driven: its bars changed, its strategy is gone. */
  readonly open: (sessionId: string) => Promise<OpenedSession>;
  readonly onNotice: (notice: ManagerNotice) => void;
}

export interface SessionStatus extends RunStatus {
  readonly sessionId: string;
  readonly accountId: string;
}

interface Driven {
  readonly accountId: string;
  readonly runner: LiveRunner;
  readonly ended: Promise<void>;
}

/** Has the live sessions in hand: one runner an account. There is one in a container, and backtests never touch it. */
export class TradingManager {
  static #instance: TradingManager | undefined;
  readonly #options: TradingManagerOptions;
  readonly #driven = new Map<string, Driven>();
  /** Sessions that are being taken in hand. */
  readonly #starting = new Map<string, Promise<void>>();
  #isRecovering = false;
  readonly #leaving = new AbortController();

  /** Returns the one of the container. Throws `trading.no-manager` (conflict) before the container is built. */
  static getInstance(): TradingManager {
    if (TradingManager.#instance !== undefined) return TradingManager.#instance;
    throw new CandorError('trading.no-manager', {
      kind: 'conflict',
      message: 'There is no TradingManager yet: it is made with the container. Build the container first.',
    });
  }

  /** Throws `trading.second-manager` (conflict) while there is another one. */
  constructor(options: TradingManagerOptions) {
    if (TradingManager.#instance !== undefined) {
      throw new CandorError('trading.second-manager', {
        kind: 'conflict',
        message: 'There is a TradingManager already, and two would trade the same sessions. Dispose of the first one.',
      });
    }
    this.#options = options;
    TradingManager.#instance = this;
  }

  /** Makes room for another one. Sessions that are still driven are not stopped: shut it down first. */
  dispose(): void {
    if (TradingManager.#instance === this) TradingManager.#instance = undefined;
  }

  /** Takes a created session in hand. Throws `trading.already-started` (conflict), naming its state, for any other. */
  async start(sessionId: string): Promise<void> {
    this.#refuseLeaving();
    if (this.#isTaken(sessionId)) throw notStartable(sessionId, 'running');
    await this.#alone(sessionId, async () => {
      const { sessions, clock } = this.#options;
      const row = await sessions.find(sessionId);
      if (row === undefined) throw unknownSession(sessionId);
      if (row.state !== 'created') throw notStartable(sessionId, row.state);
      const { opened, runner } = await this.#takeInHand(sessionId);
      if (opened.row.state !== 'created') throw notStartable(sessionId, opened.row.state);
      this.#refuseLeaving();
      await sessions.update(sessionId, { state: 'running', startedAt: clock.now() });
      this.#drive(opened.row, runner);
    });
  }

  /** Holds the feed; a halt, an order by hand and the broker's events still come through. */
  async pause(sessionId: string): Promise<void> {
    await this.#runner(sessionId, 'paused').pause();
  }

  /** Lets so many instants of a paused session happen; resolves when they are written. */
  async step(sessionId: string, instants = 1): Promise<void> {
    if (!(Number.isInteger(instants) && instants >= 1 && instants <= MOST_STEPS)) {
      throw new CandorError('trading.bad-step', {
        kind: 'invalid',
        message: `"instants" must be a whole number between 1 and ${MOST_STEPS}; ${instants} is not.`,
      });
    }
    await this.#runner(sessionId, 'stepped').step(instants);
  }

  async resume(sessionId: string): Promise<void> {
    await this.#runner(sessionId, 'resumed').resume();
  }

  /** Changes the pace of the replay, also for the next start of the server. */
  async setSpeed(sessionId: string, barsPerSecond: number): Promise<void> {
    const runner = this.#runner(sessionId, 'sped up or slowed down');
    runner.setSpeed(barsPerSecond);
    const { sessions } = this.#options;
    const row = await sessions.find(sessionId);
    if (row !== undefined) await sessions.update(sessionId, { feed: { ...row.feed, barsPerSecond } });
  }

  /** Ends a session, also one that was never started: entries that work are taken back, and with `flatten` everything is sold first, which takes until the next bars. */
  async stop(
    sessionId: string,
    { by = 'hand', flatten = false }: { readonly by?: string; readonly flatten?: boolean } = {},
  ): Promise<void> {
    if (await this.#dropUnstarted(sessionId, by)) return;
    const driven = this.#driven.get(sessionId);
    await this.#runner(sessionId, 'stopped').stop({ by, flatten });
    if (!flatten) await driven?.ended;
  }

  /**
   * Halts one account, or all of them and those that are just being taken in hand; returns the sessions it reached. It lands between two
   * steps, also while they are paused.
   */
  async halt(
    sessionId: string | 'all',
    { level, code, reason, by }: Pick<Halt, 'level' | 'code' | 'reason'> & { readonly by: string },
  ): Promise<readonly string[]> {
    const halt = { code, reason: `${reason} (${by})` };
    if (sessionId !== 'all') {
      await this.#runner(sessionId, 'halted').halt(level, halt);
      return [sessionId];
    }
    const reached = await this.#haltDriven(level, halt, []);
    if (this.#starting.size === 0) return reached;
    await Promise.allSettled(this.#starting.values());
    return [...reached, ...(await this.#haltDriven(level, halt, reached))];
  }

  /** Lifts every halt of a session's account, or those of one code. Throws `risk.unnamed-resume` without a name and a reason. */
  async resumeTrading(
    sessionId: string,
    wish: { readonly by: string; readonly reason: string; readonly code?: string },
  ): Promise<void> {
    await this.#runner(sessionId, 'resumed').resumeTrading(wish);
  }

  placeOrder(sessionId: string, order: HandOrder): Promise<HandAnswer> {
    return this.#runner(sessionId, 'traded by hand').placeOrder(order);
  }

  async cancelOrder(sessionId: string, clientOrderId: string): Promise<void> {
    await this.#runner(sessionId, 'traded by hand').cancelOrder(clientOrderId);
  }

  /** Returns how a session is doing. Throws `trading.not-running` (conflict) for one that is not in hand. */
  status(sessionId: string): SessionStatus {
    const status = this.find(sessionId);
    if (status === undefined) throw notRunning(sessionId, 'looked at');
    return status;
  }

  /** Returns how a session is doing, or undefined for one that is not in hand. */
  find(sessionId: string): SessionStatus | undefined {
    const driven = this.#driven.get(sessionId);
    if (driven === undefined) return undefined;
    return { sessionId, accountId: driven.accountId, ...driven.runner.status() };
  }

  list(): SessionStatus[] {
    return [...this.#driven.keys()].flatMap((sessionId) => this.find(sessionId) ?? []);
  }

  /**
   * Takes in hand every session that was running or paused when the last owner went, each from its latest turn. One that cannot go on
   * becomes `interrupted` with its reason, and the others go on. Waits for a database that is away.
   */
  async recover(): Promise<void> {
    this.#isRecovering = true;
    try {
      const { sessions } = this.#options;
      const rows = await this.#untilAnswered('all', () => sessions.list({ states: ['running', 'paused'] }));
      await Promise.all((rows ?? []).map(({ id }) => this.#recoverOne(id)));
    } finally {
      this.#isRecovering = false;
    }
  }

  /** Stops every session at the border of a turn, everything written and its state kept: the next start goes on. */
  async shutdown(): Promise<void> {
    this.#leaving.abort();
    const driven = [...this.#driven.values()];
    for (const { runner } of driven) runner.suspend();
    await Promise.all(driven.map(({ ended }) => ended));
    this.dispose();
  }

  async #haltDriven(
    level: Halt['level'],
    halt: Pick<Halt, 'code' | 'reason'>,
    except: readonly string[],
  ): Promise<string[]> {
    const driven = [...this.#driven].filter(([id]) => !except.includes(id));
    // One that has just come to its end needs no halt.
    const outcomes = await Promise.allSettled(driven.map(([, { runner }]) => runner.halt(level, halt)));
    return driven.flatMap(([id], i) => (outcomes[i]!.status === 'fulfilled' ? [id] : []));
  }

  async #recoverOne(sessionId: string): Promise<void> {
    if (this.#isTaken(sessionId)) return;
    await this.#alone(sessionId, async () => {
      try {
        const taken = await this.#untilAnswered(sessionId, () => this.#takeInHand(sessionId));
        if (taken === undefined) return;
        this.#drive(taken.opened.row, taken.runner);
        this.#options.onNotice({ sessionId, what: 'recovered', reason: undefined });
      } catch (error) {
        await this.#interrupt(sessionId, failureReason(error));
      }
    });
  }

  #isTaken(sessionId: string): boolean {
    return this.#driven.has(sessionId) || this.#starting.has(sessionId);
  }

  /** Does something for a session while nobody else takes it in hand. */
  async #alone(sessionId: string, work: () => Promise<void>): Promise<void> {
    const working = work().finally(() => this.#starting.delete(sessionId));
    this.#starting.set(sessionId, working);
    await working;
  }

  /** Ends a session that nobody started, which would keep every other one from its account; returns whether it was one. */
  async #dropUnstarted(sessionId: string, by: string): Promise<boolean> {
    if (this.#isTaken(sessionId)) return false;
    const { clock, sessions } = this.#options;
    let isDropped = false;
    await this.#alone(sessionId, async () => {
      const row = await sessions.find(sessionId);
      if (row?.state !== 'created') return;
      const reason = `Stopped by ${by} before it was started.`;
      await sessions.update(sessionId, { state: 'stopped', reason, endedAt: clock.now() });
      isDropped = true;
    });
    return isDropped;
  }

  async #takeInHand(sessionId: string): Promise<{ opened: OpenedSession; runner: LiveRunner }> {
    const { clock, open, sessions, store } = this.#options;
    // Claimed first: what is read after it, no older owner can change any more.
    const epoch = await sessions.claim(sessionId);
    const opened = await open(sessionId);
    const { row, session, timeframe, warmupBars, halts, pins } = opened;
    const { snapshot, turn, position, state, feed } = row;
    const runner = new LiveRunner({
      sessionId,
      accountId: row.accountId,
      epoch,
      session,
      timeframe,
      feed: opened.createFeed(snapshot === undefined ? feed.startAt : position),
      broker: opened.createBroker(),
      store,
      clock,
      warmupBars,
      halts,
      pins,
      resumeFrom:
        snapshot === undefined ? undefined : { turn, snapshot, state: state === 'paused' ? 'paused' : 'running' },
    });
    return { opened, runner };
  }

  #drive({ id, accountId }: SessionRow, runner: LiveRunner): void {
    // Its row says that it runs, so the next start of the server takes it in hand.
    if (this.#leaving.signal.aborted) return;
    const ended = runner.run().then((end) => this.#onEnd(id, end));
    this.#driven.set(id, { accountId, runner, ended });
  }

  async #onEnd(sessionId: string, end: RunEnd): Promise<void> {
    if (end.how === 'failed') await this.#interrupt(sessionId, end.reason ?? 'It failed without a reason.');
    else this.#options.onNotice({ sessionId, what: end.how, reason: end.reason });
    this.#driven.delete(sessionId);
  }

  /** Notes on a session that is not driven why it cannot go on. */
  async #interrupt(sessionId: string, reason: string): Promise<void> {
    const { clock, onNotice, sessions } = this.#options;
    onNotice({ sessionId, what: 'interrupted', reason });
    try {
      await this.#untilAnswered(sessionId, () =>
        sessions.update(sessionId, { state: 'interrupted', reason, endedAt: clock.now() }),
      );
    } catch (error) {
      onNotice({ sessionId, what: 'failed', reason: failureReason(error) });
    }
  }

  /** Tries again for as long as the answer is `retry`; undefined when the manager leaves first. */
  async #untilAnswered<T>(sessionId: string, ask: () => Promise<T>): Promise<T | undefined> {
    const { clock, onNotice } = this.#options;
    for (let failures = 1; !this.#leaving.signal.aborted; failures++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof CandorError && error.kind === 'retry')) throw error;
        if (failures === 1) onNotice({ sessionId, what: 'waiting', reason: error.message });
        await clock.until(clock.now() + backoffMs(failures), this.#leaving.signal).catch(() => {});
      }
    }
    return undefined;
  }

  #runner(sessionId: string, done: string): LiveRunner {
    const driven = this.#driven.get(sessionId);
    if (driven !== undefined) return driven.runner;
    throw this.#isRecovering || this.#starting.has(sessionId) ? beingTaken(sessionId) : notRunning(sessionId, done);
  }

  #refuseLeaving(): void {
    if (!this.#leaving.signal.aborted) return;
    throw new CandorError('trading.shutting-down', {
      kind: 'conflict',
      message: 'The server is shutting down and starts no session any more.',
    });
  }
}

const MOST_STEPS = 100_000;

function unknownSession(sessionId: string): CandorError {
  return new CandorError('trading.unknown-session', {
    kind: 'not-found',
    message: `There is no session ${sessionId}.`,
  });
}

function notRunning(sessionId: string, done: string): CandorError {
  return new CandorError('trading.not-running', {
    kind: 'conflict',
    message: `Session ${sessionId} is not running: it was not started, or is over. It cannot be ${done}.`,
  });
}

function beingTaken(sessionId: string): CandorError {
  return new CandorError('trading.being-taken', {
    kind: 'retry',
    message: `Session ${sessionId} is being taken in hand. Try again in a moment.`,
  });
}

function notStartable(sessionId: string, state: SessionRow['state']): CandorError {
  return new CandorError('trading.already-started', {
    kind: 'conflict',
    message: `Session ${sessionId} is ${state}; only a created one can be started.`,
  });
}
