import type { BarSeries } from '@candor/domain/bar';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { Flagged } from '@candor/domain/quarantine';
import { isoFromDay, type SessionDay } from '@candor/domain/time';
import { intradayMs } from '@candor/domain/timeframe';

/** What there is of one calendar month, held against the sessions of the exchange. */
export interface MonthCoverage {
  /** `2014-06`. */
  readonly month: string;
  /** Of the month, from the first session of the series to its last. */
  readonly expectedSessions: number;
  /** Those that have a bar at all. */
  readonly presentSessions: number;
  readonly missing: readonly SessionDay[];
  /** Sessions that lack bars within; undefined for daily bars, of which a session has one. */
  readonly thinSessions: number | undefined;
  readonly bars: number;
  readonly flagged: number;
}

/** Returns the months from the first bar of a series to the last, those without a bar included. */
export function monthCoverage(series: BarSeries, flagged: readonly Flagged[]): MonthCoverage[] {
  const { instrument, timeframe, session: days, length } = series;
  if (length === 0) return [];
  const calendar = calendarOf(instrument.exchange);
  const barMs = intradayMs(timeframe);
  const flags = countBy(flagged, ({ index }) => monthOf(days[index]!));
  const months = new Map<string, { expected: number; missing: SessionDay[]; thin: number; bars: number }>();
  let row = 0;
  for (let day = days[0]!, last = days[length - 1]!; day <= last; day = calendar.next(day).day) {
    const key = monthOf(day);
    const month = months.get(key) ?? { expected: 0, missing: [], thin: 0, bars: 0 };
    months.set(key, month);
    const first = row;
    while (row < length && days[row] === day) row++;
    const bars = row - first;
    month.expected++;
    month.bars += bars;
    if (bars === 0) month.missing.push(day);
    else if (barMs !== undefined) {
      const { openAt, closeAt } = calendar.session(day)!;
      if (bars < Math.ceil((closeAt - openAt) / barMs)) month.thin++;
    }
  }
  return [...months].map(([month, { expected, missing, thin, bars }]) => ({
    month,
    expectedSessions: expected,
    presentSessions: expected - missing.length,
    missing,
    thinSessions: barMs === undefined ? undefined : thin,
    bars,
    flagged: flags.get(month) ?? 0,
  }));
}

/** Returns the calendar month of a session. */
function monthOf(day: SessionDay): string {
  return isoFromDay(day).slice(0, 7);
}

function countBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}
