import { CandorError } from '../candor-error.ts';
import { didYouMean } from '../nearest.ts';
import { alwaysOpen } from './always-open.ts';
import type { ExchangeCalendar, ExchangeId } from './exchange-calendar.ts';
import { xnys } from './xnys.ts';

const calendars: Readonly<Record<ExchangeId, ExchangeCalendar | undefined>> = {
  XNYS: xnys,
  ALWAYS: alwaysOpen,
};

/** Returns the calendar of an exchange. Throws `calendar.unknown-exchange` (not-found) for an id that came from outside and is not known. */
export function calendarOf(id: ExchangeId): ExchangeCalendar {
  const calendar = calendars[id];
  // An id such as "constructor" finds something too, but no calendar of that name.
  if (calendar?.id !== id) {
    throw new CandorError('calendar.unknown-exchange', {
      kind: 'not-found',
      message: `There is no calendar for the exchange "${id}". ${didYouMean(id, Object.keys(calendars))}`,
    });
  }
  return calendar;
}
