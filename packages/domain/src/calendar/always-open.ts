import { CandorError } from '../candor-error.ts';
import { dayFromCivil, isoFromDay, MS_PER_DAY, type SessionDay } from '../time.ts';
import type { ExchangeCalendar, ExchangeSession } from './exchange-calendar.ts';

/** A market that never closes: every UTC day is a session, from midnight to midnight. Days before 1900 throw `calendar.before-first-day`. */
export const alwaysOpen: ExchangeCalendar = createAlwaysOpen();

function createAlwaysOpen(): ExchangeCalendar {
  const firstDay = dayFromCivil(1900, 1, 1);
  const lastDay = dayFromCivil(9999, 12, 31);
  let recent: ExchangeSession | undefined;

  const session = (day: SessionDay): ExchangeSession => {
    if (recent?.day === day) return recent;
    if (!Number.isInteger(day) || day > lastDay) {
      throw new CandorError('calendar.bad-day', {
        kind: 'invalid',
        message: `${day} is not a day number up to the year 9999.`,
      });
    }
    if (day < firstDay) {
      throw new CandorError('calendar.before-first-day', {
        kind: 'invalid',
        message: `The ALWAYS calendar begins on ${isoFromDay(firstDay)}; it does not know day ${day}.`,
      });
    }
    recent = { day, openAt: day * MS_PER_DAY, closeAt: (day + 1) * MS_PER_DAY, isHalfDay: false };
    return recent;
  };

  return {
    id: 'ALWAYS',
    timeZone: 'UTC',
    firstDay,
    session,
    sessionAt: (instantMs) => session(Math.floor(instantMs / MS_PER_DAY)),
    next: (day) => session(session(day).day + 1),
    previous: (day) => session(session(day).day - 1),
  };
}
