import { type Bar, type BarSeries, barAt } from '@candor/domain/bar';
import { barCloseAt } from '@candor/domain/calendar/bar-close';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import { isoFromDay, type SessionDay } from '@candor/domain/time';

/** `max` never waits; a number is the market seconds that pass in one second. Only hours in which the exchange is open count. */
export type ReplaySpeed = 'max' | number;

export interface ReplayFeed {
  readonly length: number;
  /** Bars handed out so far, counted from the first of the series. */
  readonly position: number;
  readonly isPaused: boolean;
  /** Yields bars as they close, to one reader, until the series or the signal ends. Throws `market-data.replay-started` the second time. */
  bars(signal?: AbortSignal): AsyncGenerator<Bar, void>;
  pause(): void;
  resume(): void;
  /** Hands out this many bars at once while paused. */
  step(bars?: number): void;
  /** Begins with the first bar of a session, or the first after it. Throws `market-data.replay-started` once bars have been asked for. */
  seek(session: SessionDay): void;
}

const BARS_PER_TURN = 1024;

/** Returns a feed that hands the bars of a series out one by one, as if they were happening now. */
export function createReplayFeed(series: BarSeries, clock: Clock, speed: ReplaySpeed): ReplayFeed {
  if (speed !== 'max' && !(speed > 0 && Number.isFinite(speed))) {
    throw new CandorError('market-data.bad-param', {
      kind: 'invalid',
      message: `The speed of a replay is "max" or a number above 0, not ${speed}.`,
    });
  }
  let position = 0;
  let isStarted = false;
  let isPaused = false;
  let steps = 0;
  let dueAt: number | undefined;
  let wake: () => void = () => {};

  // Resolves when the next bar may go: true when it goes by hand, without waiting for its time.
  const gate = async (signal: AbortSignal | undefined): Promise<boolean> => {
    while (isPaused && steps === 0 && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (!isPaused || steps === 0) return false;
    steps--;
    return true;
  };

  async function* bars(signal?: AbortSignal): AsyncGenerator<Bar, void> {
    refuseStarted();
    isStarted = true;
    const onAbort = () => wake();
    signal?.addEventListener('abort', onAbort);
    try {
      while (position < series.length) {
        let isByHand = await gate(signal);
        if (signal?.aborted) return;
        if (speed === 'max') {
          // Nobody could pause or abort a loop that never lets the others have a turn.
          if (position % BARS_PER_TURN === BARS_PER_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
        } else if (!isByHand) {
          dueAt = (dueAt ?? clock.now()) + openMsUntilClose(series, position) / speed;
          await clock.until(dueAt, signal).catch((error: unknown) => {
            if (!signal?.aborted) throw error;
          });
          // A pause that came while waiting holds this bar back too.
          if (isPaused) isByHand = await gate(signal);
        }
        if (signal?.aborted) return;
        yield barAt(series, position++);
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  const refuseStarted = () => {
    if (!isStarted) return;
    throw new CandorError('market-data.replay-started', {
      kind: 'conflict',
      message: 'This replay has begun; it cannot be read twice or begin elsewhere. Make a new one.',
    });
  };

  return {
    length: series.length,
    get position() {
      return position;
    },
    get isPaused() {
      return isPaused;
    },
    bars,
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      steps = 0;
      // Time that passed in the pause is not made up for.
      dueAt = undefined;
      wake();
    },
    step: (count = 1) => {
      if (!isPaused) return;
      steps += count;
      wake();
    },
    seek: (session) => {
      refuseStarted();
      const found = series.session.findIndex((day) => day >= session);
      if (found < 0) {
        const last = series.session[series.length - 1];
        throw new CandorError('market-data.empty-range', {
          kind: 'not-found',
          message: `There is no bar on or after ${isoFromDay(session)}.${last === undefined ? '' : ` The last is of ${isoFromDay(last)}.`}`,
        });
      }
      position = found;
    },
  };
}

// Time the exchange is open between the bar before and the close of this one, in milliseconds.
function openMsUntilClose(series: BarSeries, index: number): number {
  const calendar = calendarOf(series.instrument.exchange);
  const session = series.session[index]!;
  const closeAt = barCloseAt(calendar, series.timeframe, series.time[index]!, session);
  const isFirstOfSession = index === 0 || series.session[index - 1] !== session;
  const sinceAt = isFirstOfSession
    ? calendar.session(session)!.openAt
    : barCloseAt(calendar, series.timeframe, series.time[index - 1]!, session);
  return closeAt - sinceAt;
}
