import { type BarSeries, barAt } from '@candor/domain/bar';
import { barCloseAt } from '@candor/domain/calendar/bar-close';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import { CandorError } from '@candor/domain/candor-error';
import type { BarFeed, FeedBar } from '@candor/domain/ports/bar-feed';
import type { Clock } from '@candor/domain/ports/clock';
import { isoFromDay, type SessionDay } from '@candor/domain/time';

export interface MarketReplayOptions {
  /** Instants handed out in one second, 0.2 to 1,000. */
  readonly barsPerSecond: number;
  /** Instants that are history when it begins; 0 unless given. */
  readonly startAt?: number;
}

/** Stored bars of one or several instruments, handed out again at a chosen pace as if they were closing now. */
export interface MarketReplay extends BarFeed {
  /** Begins with the first instant of a session, or of the first session after it. Throws `market-data.replay-started` once it has begun. */
  seek(session: SessionDay): void;
}

export const SLOWEST_REPLAY = 0.2;
export const FASTEST_REPLAY = 1_000;

// Timers are good for about a millisecond; at high speeds the instants that fall due within this time go out together.
const TICK_MS = 10;
// A reader that was held up (a slow database, a sleeping laptop) gets at most this much at once; what is beyond it is not made up for.
const LONGEST_CATCH_UP_MS = 1_000;

/** Returns a replay of the series, merged by the instant at which their bars close; bars of one instant stand in the order of the series. */
export function createMarketReplay(
  series: readonly BarSeries[],
  clock: Clock,
  options: MarketReplayOptions,
): MarketReplay {
  return new Replay(series, clock, options);
}

class Replay implements MarketReplay {
  readonly #series: readonly BarSeries[];
  readonly #clock: Clock;
  /** Closing instants of each series' bars, and of all of them together, each once. */
  readonly #closes: readonly Float64Array[];
  readonly #instants: Float64Array;
  /** Index of each series' next bar. */
  readonly #next: number[];
  #position = 0;
  #beganAt: number;
  #isStarted = false;
  #isPaused = false;
  #steps = 0;
  #barsPerSecond = 1;
  /** When the next instant falls due, by the clock; undefined until somebody waits for it. */
  #dueAt: number | undefined;
  /** Instants that have fallen due and were not taken yet. */
  #due = 0;
  #tickedAt = Number.NEGATIVE_INFINITY;
  #wake: () => void = () => {};

  constructor(series: readonly BarSeries[], clock: Clock, { barsPerSecond, startAt = 0 }: MarketReplayOptions) {
    this.#series = series;
    this.#clock = clock;
    this.#closes = series.map(closesOf);
    this.#instants = merge(this.#closes);
    this.#next = series.map(() => 0);
    if (!(Number.isInteger(startAt) && startAt >= 0 && startAt <= this.length)) {
      throw badParam(
        `startAt counts the instants before the first one handed out, 0 to ${this.length}; ${startAt} is not.`,
      );
    }
    this.#beganAt = startAt;
    this.#begin(startAt);
    this.#checkAndSet(barsPerSecond);
  }

  get length(): number {
    return this.#instants.length;
  }

  get position(): number {
    return this.#position;
  }

  get at(): number {
    if (this.#position > 0) return this.#instants[this.#position - 1]!;
    return Math.min(...this.#series.flatMap(({ time }) => [...time.subarray(0, 1)]));
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get barsPerSecond(): number {
    return this.#barsPerSecond;
  }

  get #intervalMs(): number {
    return 1_000 / this.#barsPerSecond;
  }

  *history(): Generator<readonly FeedBar[], void> {
    const next = this.#series.map(() => 0);
    for (let i = 0; i < this.#beganAt; i++) yield this.#barsOf(this.#instants[i]!, next);
  }

  async ready(signal: AbortSignal): Promise<void> {
    this.#isStarted = true;
    const onAbort = (): void => this.#wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted && this.#position < this.length && !this.#mayTake()) {
        if (this.#isPaused) await this.#change();
        else await this.#tick();
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  take(): readonly FeedBar[] | undefined {
    if (this.#position === this.length || !this.#mayTake()) return undefined;
    this.#isStarted = true;
    if (this.#isPaused) this.#steps--;
    else this.#due--;
    return this.#barsOf(this.#instants[this.#position++]!, this.#next);
  }

  pause(): void {
    this.#isPaused = true;
    this.#steps = 0;
    this.#wake();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#steps = 0;
    this.#replan();
  }

  step(instants = 1): void {
    if (!this.#isPaused) return;
    this.#steps += instants;
    this.#wake();
  }

  setSpeed(barsPerSecond: number): void {
    this.#checkAndSet(barsPerSecond);
    this.#replan();
  }

  seek(session: SessionDay): void {
    if (this.#isStarted) {
      throw new CandorError('market-data.replay-started', {
        kind: 'conflict',
        message: 'This replay has begun and cannot begin elsewhere. Make a new one.',
      });
    }
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const [k, { session: days, length }] of this.#series.entries()) {
      const found = days.findIndex((day) => day >= session);
      if (found >= 0) first = Math.min(first, this.#closes[k]![found]!);
      last = Math.max(last, days[length - 1]!);
    }
    if (first === Number.POSITIVE_INFINITY) {
      throw new CandorError('market-data.empty-range', {
        kind: 'not-found',
        message: `There is no bar on or after ${isoFromDay(session)}. The last is of ${isoFromDay(last)}.`,
      });
    }
    this.#begin(lowerBound(this.#instants, first));
  }

  #begin(position: number): void {
    this.#position = position;
    this.#beganAt = position;
    for (const [k, closes] of this.#closes.entries()) {
      this.#next[k] = position === this.length ? closes.length : lowerBound(closes, this.#instants[position]!);
    }
  }

  #barsOf(instant: number, next: number[]): FeedBar[] {
    const bars: FeedBar[] = [];
    for (const [k, series] of this.#series.entries()) {
      const closes = this.#closes[k]!;
      for (let i = next[k]!; i < closes.length && closes[i]! <= instant; next[k] = ++i) {
        bars.push({ symbol: series.instrument.symbol, bar: barAt(series, i) });
      }
    }
    return bars;
  }

  #mayTake(): boolean {
    return this.#isPaused ? this.#steps > 0 : this.#due > 0;
  }

  /** Waits until the next instant falls due, and for others that do so in the same tick. */
  async #tick(): Promise<void> {
    const asked = this.#clock.now();
    this.#dueAt ??= asked + this.#intervalMs;
    // A millisecond at least, so that a reader who is always late still lets others have a turn.
    const at = Math.max(this.#dueAt, this.#tickedAt + TICK_MS, asked + 1);
    const waiting = new AbortController();
    let isWoken = false;
    this.#wake = () => {
      isWoken = true;
      waiting.abort();
    };
    try {
      await this.#clock.until(at, waiting.signal);
    } catch (error) {
      if (!isWoken) throw error;
    }
    if (isWoken) return;
    const now = Math.max(this.#clock.now(), at);
    this.#tickedAt = now;
    if (this.#dueAt < now - LONGEST_CATCH_UP_MS) this.#dueAt = now;
    const due = Math.floor((now - this.#dueAt) / this.#intervalMs) + 1;
    this.#due = Math.min(due, this.length - this.#position);
    this.#dueAt += due * this.#intervalMs;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Counts the time to the next instant anew from now: what passed in a pause or at another speed is not made up for. */
  #replan(): void {
    this.#dueAt = undefined;
    this.#due = 0;
    this.#wake();
  }

  #checkAndSet(barsPerSecond: number): void {
    if (!(barsPerSecond >= SLOWEST_REPLAY && barsPerSecond <= FASTEST_REPLAY)) {
      throw badParam(
        `barsPerSecond of a replay must be between ${SLOWEST_REPLAY} and ${FASTEST_REPLAY}; ${barsPerSecond} is not.`,
      );
    }
    this.#barsPerSecond = barsPerSecond;
  }
}

function badParam(message: string): CandorError {
  return new CandorError('market-data.bad-param', { kind: 'invalid', message });
}

function closesOf({ instrument, timeframe, time, session, length }: BarSeries): Float64Array {
  const calendar = calendarOf(instrument.exchange);
  const closes = new Float64Array(length);
  for (let i = 0; i < length; i++) closes[i] = barCloseAt(calendar, timeframe, time[i]!, session[i]!);
  return closes;
}

/** The instants at which at least one bar closes, oldest first. */
function merge(closes: readonly Float64Array[]): Float64Array {
  const all = new Set<number>();
  for (const each of closes) for (const at of each) all.add(at);
  return Float64Array.from(all).sort();
}

/** Index of the first value that is not below `wanted`. */
function lowerBound(sorted: Float64Array, wanted: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
