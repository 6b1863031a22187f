import type { BarView } from '../bar.ts';
import { CandorError } from '../candor-error.ts';
import { isoFromDay, type SessionDay } from '../time.ts';
import { intradayMs, type Timeframe } from '../timeframe.ts';
import { calendarOf } from './calendar-catalog.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';

/**
 * Returns the instant (UTC milliseconds) at which a bar is complete and may be acted upon: the session's close for `1d`, else its opening
 * instant plus its length, but never past the session's close. `time` is the bar's opening instant, `session` its day.
 * Throws `calendar.no-session` when the exchange is closed on that day.
 */
export function barCloseAt(
  calendar: ExchangeCalendar,
  timeframe: Timeframe,
  time: number,
  session: SessionDay,
): number {
  const found = calendar.session(session);
  if (!found) {
    throw new CandorError('calendar.no-session', {
      kind: 'invalid',
      message: `${calendar.id} is closed on ${isoFromDay(session)}, so a bar of that day has no close.`,
    });
  }
  const length = intradayMs(timeframe);
  return length === undefined ? found.closeAt : Math.min(time + length, found.closeAt);
}

/** Returns the instant (UTC milliseconds) at which the bar that a view stands on is complete. */
export function closeAtOf({
  instrument,
  timeframe,
  time,
  session,
}: Pick<BarView, 'instrument' | 'timeframe' | 'time' | 'session'>): number {
  return barCloseAt(calendarOf(instrument.exchange), timeframe, time, session);
}
