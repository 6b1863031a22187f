import { CandorError } from '../candor-error.ts';
import {
  dayFromCivil,
  dayFromIso,
  isoFromDay,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type SessionDay,
  weekdayOf,
} from '../time.ts';
import type { ExchangeCalendar, ExchangeSession } from './exchange-calendar.ts';
import { instantFromUsEastern } from './us-eastern.ts';

/**
 * New York Stock Exchange, rules from 2000 on: regular sessions 09:30 to 16:00 New York time, half days to 13:00, the holidays of NYSE
 * Rule 7.2 with their observed days, and the special closings of the table below. Days are those of the exchange.
 * `session`, `sessionAt`, `next` and `previous` throw `calendar.before-first-day` before 2000 and `calendar.bad-day` for what is no day.
 */
export const xnys: ExchangeCalendar = createXnys();

const OPEN_MINUTE = 9 * 60 + 30;
const CLOSE_MINUTE = 16 * 60;
const HALF_DAY_CLOSE_MINUTE = 13 * 60;
const SATURDAY = 6;
const SUNDAY = 0;

// Days of mourning, disasters: what no rule can foresee. A new one is a line here.
const SPECIAL_CLOSINGS: ReadonlySet<SessionDay> = new Set(
  [
    '2001-09-11', // attacks of 11 September
    '2001-09-12',
    '2001-09-13',
    '2001-09-14',
    '2004-06-11', // mourning for President Reagan
    '2007-01-02', // mourning for President Ford
    '2012-10-29', // hurricane Sandy
    '2012-10-30',
    '2018-12-05', // mourning for President G. H. W. Bush
    '2025-01-09', // mourning for President Carter
  ].map(dayFromIso),
);

interface Year {
  readonly firstDay: SessionDay;
  readonly endDay: SessionDay;
  /** One slot per day from the first; undefined when the exchange is closed. */
  readonly sessions: readonly (ExchangeSession | undefined)[];
}

function createXnys(): ExchangeCalendar {
  const firstDay = dayFromCivil(2000, 1, 1);
  const lastDay = dayFromCivil(9999, 12, 31);
  const years = new Map<number, Year>();
  let recent: Year = { firstDay: 0, endDay: 0, sessions: [] };

  const session = (day: SessionDay): ExchangeSession | undefined => {
    // Bars come in order, so nearly every day asked for lies in the year of the one before.
    if (!(day >= recent.firstDay && day < recent.endDay && Number.isInteger(day))) recent = yearOf(day);
    return recent.sessions[day - recent.firstDay];
  };

  const yearOf = (day: SessionDay): Year => {
    if (!Number.isInteger(day) || day > lastDay) {
      throw new CandorError('calendar.bad-day', {
        kind: 'invalid',
        message: `${day} is not a day number up to the year 9999.`,
      });
    }
    if (day < firstDay) {
      throw new CandorError('calendar.before-first-day', {
        kind: 'invalid',
        message: `The XNYS calendar begins on ${isoFromDay(firstDay)}; it does not know day ${day}.`,
      });
    }
    const year = new Date(day * MS_PER_DAY).getUTCFullYear();
    const known = years.get(year) ?? computeYear(year);
    years.set(year, known);
    return known;
  };

  return {
    id: 'XNYS',
    timeZone: 'America/New_York',
    firstDay,
    session,
    sessionAt: (instantMs) => {
      // Every session lies inside the UTC day of its own date.
      const found = session(Math.floor(instantMs / MS_PER_DAY));
      return found && instantMs >= found.openAt && instantMs < found.closeAt ? found : undefined;
    },
    next: (day) => {
      session(day);
      for (let after = day + 1; ; after++) {
        const found = session(after);
        if (found) return found;
      }
    },
    previous: (day) => {
      session(day);
      for (let before = day - 1; ; before--) {
        const found = session(before);
        if (found) return found;
      }
    },
  };
}

function computeYear(year: number): Year {
  const firstDay = dayFromCivil(year, 1, 1);
  const endDay = dayFromCivil(year + 1, 1, 1);
  const holidays = holidaysOf(year);
  const halfDays = halfDaysOf(year);
  const sessions: (ExchangeSession | undefined)[] = [];
  for (let day = firstDay; day < endDay; day++) {
    const weekday = weekdayOf(day);
    const isClosed = weekday === SATURDAY || weekday === SUNDAY || holidays.has(day) || SPECIAL_CLOSINGS.has(day);
    sessions.push(isClosed ? undefined : sessionOn(day, halfDays.has(day)));
  }
  return { firstDay, endDay, sessions };
}

function sessionOn(day: SessionDay, isHalfDay: boolean): ExchangeSession {
  const midnight = day * MS_PER_DAY;
  const closeMinute = isHalfDay ? HALF_DAY_CLOSE_MINUTE : CLOSE_MINUTE;
  return {
    day,
    openAt: instantFromUsEastern(midnight + OPEN_MINUTE * MS_PER_MINUTE),
    closeAt: instantFromUsEastern(midnight + closeMinute * MS_PER_MINUTE),
    isHalfDay,
  };
}

function holidaysOf(year: number): ReadonlySet<SessionDay> {
  const newYear = dayFromCivil(year, 1, 1);
  const holidays = [
    // On a Saturday, New Year's Day is not observed: the Friday before is the year's last session.
    weekdayOf(newYear) === SATURDAY ? newYear : observed(newYear),
    nthWeekday(year, 1, 1, 3), // Martin Luther King Jr. Day
    nthWeekday(year, 2, 1, 3), // Presidents' Day
    easterSunday(year) - 2, // Good Friday
    nthWeekday(year, 6, 1, 1) - 7, // Memorial Day: the last Monday of May is a week before the first of June
    observed(dayFromCivil(year, 7, 4)),
    nthWeekday(year, 9, 1, 1), // Labor Day
    thanksgiving(year),
    observed(dayFromCivil(year, 12, 25)),
  ];
  if (year >= 2022) holidays.push(observed(dayFromCivil(year, 6, 19)));
  return new Set(holidays);
}

// Days that are no session anyway (a weekend, an observed holiday) do no harm in this list.
function halfDaysOf(year: number): ReadonlySet<SessionDay> {
  const days = [thanksgiving(year) + 1];
  for (const eve of [dayFromCivil(year, 7, 3), dayFromCivil(year, 12, 24)]) {
    if (weekdayOf(eve) >= 1 && weekdayOf(eve) <= 4) days.push(eve);
  }
  if (year === 2002) days.splice(days.indexOf(dayFromCivil(2002, 7, 3)), 1, dayFromCivil(2002, 7, 5));
  if (year === 2003) days.push(dayFromCivil(2003, 12, 26));
  return new Set(days);
}

function observed(day: SessionDay): SessionDay {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY) return day + 1;
  return weekday === SATURDAY ? day - 1 : day;
}

function thanksgiving(year: number): SessionDay {
  return nthWeekday(year, 11, 4, 4);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): SessionDay {
  const first = dayFromCivil(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

// The Gregorian computus of "A New York correspondent", Nature, 20 April 1876; letters as in Meeus, Astronomical Algorithms, ch. 8.
function easterSunday(year: number): SessionDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return dayFromCivil(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}
