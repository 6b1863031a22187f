import type { Bar } from '../bar.ts';

/** A closed bar as a feed hands it out. */
export interface FeedBar {
  readonly symbol: string;
  readonly bar: Bar;
}

/**
 * Closed bars, instant by instant: those that close together come together. It has one reader, who asks when the next instant may be had
 * and then takes it in one synchronous move, so that nothing is on its way while the reader listens to something else.
 */
export interface BarFeed {
  /** Instants in all. */
  readonly length: number;
  /** Instants that are past: shown as history or taken. */
  readonly position: number;
  /** Market time, UTC milliseconds: the close of the latest instant that is past, or the opening of the first bar before any is. */
  readonly at: number;
  readonly isPaused: boolean;
  readonly barsPerSecond: number;
  /** The instants before the one it begins with, oldest first: to be seen, not to be decided upon. */
  history(): Iterable<readonly FeedBar[]>;
  /** Resolves when an instant may be taken, when none is left, or when the signal aborts. */
  ready(signal: AbortSignal): Promise<void>;
  /** Takes the next instant; undefined while its time has not come, and when none is left. */
  take(): readonly FeedBar[] | undefined;
  pause(): void;
  resume(): void;
  /** Lets this many more instants be taken while it is paused. */
  step(instants?: number): void;
  /** Throws `market-data.bad-param` for a speed that the feed does not have. */
  setSpeed(barsPerSecond: number): void;
}
