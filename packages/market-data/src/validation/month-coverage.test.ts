import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { Instrument } from '@candor/domain/instrument';
import { dayFromIso, isoFromDay, MS_PER_MINUTE, type SessionDay } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingSessions } from './missing-sessions.ts';
import { monthCoverage } from './month-coverage.ts';

const instrument: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

const calendar = calendarOf('XNYS');

/** Returns a series with so many bars in each of these sessions, in order. */
function seriesOf(timeframe: Timeframe, sessions: readonly (readonly [day: SessionDay, bars: number])[]): BarSeries {
  const rows = sessions.flatMap(([day, bars]) => Array.from({ length: bars }, (_, i) => ({ day, i })));
  const columns = allocateBarColumns(rows.length);
  for (const [row, { day, i }] of rows.entries()) {
    columns.session[row] = day;
    columns.time[row] = calendar.session(day)!.openAt + i * 60 * MS_PER_MINUTE;
  }
  return createBarSeries(instrument, timeframe, columns);
}

const start = dayFromIso('2014-06-02');
const someSessions = fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 200 }).map((offsets) => {
  const days = offsets.map((offset) => calendar.next(start + offset).day);
  return [...new Set(days)].sort((a, b) => a - b);
});

describe('monthCoverage', () => {
  it('holds every session between the first and the last against the calendar, each in its month', () => {
    fc.assert(
      fc.property(someSessions, (days) => {
        const series = seriesOf(
          '1d',
          days.map((day) => [day, 1]),
        );
        const months = monthCoverage(series, []);
        expect(months.flatMap(({ missing }) => missing)).toEqual(missingSessions(series));
        for (const { month, expectedSessions, presentSessions, missing, bars, thinSessions } of months) {
          expect(expectedSessions).toBe(presentSessions + missing.length);
          expect(bars).toBe(presentSessions);
          expect(thinSessions).toBeUndefined();
          expect(missing.every((day) => isoFromDay(day).startsWith(month))).toBe(true);
        }
        expect(months.reduce((sum, { bars }) => sum + bars, 0)).toBe(series.length);
        expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
      }),
    );
  });

  it('counts an intraday session as present with any bar, and as thin with fewer than its hours', () => {
    const day = (iso: string) => dayFromIso(iso);
    const series = seriesOf('1h', [
      [day('2024-07-01'), 7],
      [day('2024-07-02'), 6],
      // A half day closes after three and a half hours.
      [day('2024-07-03'), 4],
      [day('2024-07-08'), 1],
    ]);
    const flagged = [{ index: 8, time: 0, code: 'OUTLIER', reason: 'a look' }];
    expect(monthCoverage(series, flagged)).toEqual([
      {
        month: '2024-07',
        expectedSessions: 5,
        presentSessions: 4,
        missing: [day('2024-07-05')],
        thinSessions: 2,
        bars: 18,
        flagged: 1,
      },
    ]);
  });
});
