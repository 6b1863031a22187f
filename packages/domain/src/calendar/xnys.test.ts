import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay, isoFromInstant, MS_PER_DAY, MS_PER_MINUTE, weekdayOf } from '../time.ts';
import { xnys } from './xnys.ts';

const referenceData = process.env['CANDOR_REFERENCE_DATA'] ?? join(import.meta.dirname, '../../../../../shared');
const calendarFile = join(referenceData, 'data/calendar/us_equity_1998_2021.json');

const firstDay = dayFromIso('2000-01-01');
const anyDay = fc.integer({ min: dayFromIso('2000-01-10'), max: dayFromIso('2060-12-31') });
const hoursOn = (iso: string) => {
  const session = xnys.session(dayFromIso(iso));
  return session && `${isoFromInstant(session.openAt).slice(11, 16)}-${isoFromInstant(session.closeAt).slice(11, 16)}`;
};

describe.skipIf(!existsSync(calendarFile))('xnys against a recorded calendar (needs CANDOR_REFERENCE_DATA)', () => {
  const recorded = existsSync(calendarFile)
    ? (JSON.parse(readFileSync(calendarFile, 'utf8')) as { holidays: string[]; early_closes: Record<string, string> })
    : { holidays: [], early_closes: {} };
  const weekdays: number[] = [];
  for (let day = firstDay; day <= dayFromIso('2021-12-31'); day++) {
    if (weekdayOf(day) >= 1 && weekdayOf(day) <= 5) weekdays.push(day);
  }

  it('is closed on every holiday of 2000 to 2021, and on no other weekday', () => {
    const closed = weekdays.filter((day) => !xnys.session(day)).map(isoFromDay);
    const holidays = recorded.holidays.filter(
      (iso) => iso >= '2000' && iso < '2022' && weekdays.includes(dayFromIso(iso)),
    );
    expect(closed.length).toBeGreaterThan(200);
    expect(closed).toEqual(holidays.toSorted());
  });

  it('closes at 13:00 on every early close of 2000 to 2021, and on no other day', () => {
    const halfDays = weekdays.filter((day) => xnys.session(day)?.isHalfDay).map(isoFromDay);
    // The file names 2017-12-24 too, which was a Sunday.
    const early = Object.keys(recorded.early_closes).filter((iso) => weekdays.includes(dayFromIso(iso)));
    expect(halfDays.length).toBeGreaterThan(40);
    expect(halfDays).toEqual(early.toSorted());
  });
});

describe('xnys', () => {
  it('keeps New York hours across both changes of the clocks, by the rule of 1987 and by that of 2007', () => {
    expect(hoursOn('2006-03-31'), 'last winter session of 2006').toBe('14:30-21:00');
    expect(hoursOn('2006-04-03'), 'first summer session of 2006').toBe('13:30-20:00');
    expect(hoursOn('2006-10-27')).toBe('13:30-20:00');
    expect(hoursOn('2006-10-30')).toBe('14:30-21:00');
    expect(hoursOn('2024-03-08')).toBe('14:30-21:00');
    expect(hoursOn('2024-03-11')).toBe('13:30-20:00');
    expect(hoursOn('2024-11-01')).toBe('13:30-20:00');
    expect(hoursOn('2024-11-04')).toBe('14:30-21:00');
  });

  it('observes later holidays and closings by their rules', () => {
    expect(hoursOn('2025-01-09'), 'mourning for President Carter').toBeUndefined();
    expect(hoursOn('2026-07-03'), 'the Fourth of July 2026 is a Saturday').toBeUndefined();
    expect(hoursOn('2022-06-20'), 'Juneteenth 2022 is a Sunday').toBeUndefined();
    expect(hoursOn('2021-06-18'), 'Juneteenth was no holiday before 2022').toBe('13:30-20:00');
    expect(hoursOn('2021-12-31'), 'New Year on a Saturday is not observed').toBe('14:30-21:00');
    expect(hoursOn('2024-07-03'), 'half day').toBe('13:30-17:00');
    expect(hoursOn('2024-11-29'), 'half day').toBe('14:30-18:00');
  });

  it('has as previous of the next session the last one up to that day, and the other way round', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = xnys.next(day);
        const previous = xnys.previous(day);
        expect(next.day).toBeGreaterThan(day);
        expect(previous.day).toBeLessThan(day);
        expect(xnys.next(xnys.previous(next.day).day)).toEqual(next);
        expect(xnys.previous(xnys.next(previous.day).day)).toEqual(previous);
        for (let between = previous.day + 1; between < next.day; between++) {
          if (between !== day) expect(xnys.session(between)).toBeUndefined();
        }
      }),
    );
  });

  it('has ordered sessions that last 6.5 or 3.5 hours and lie inside the UTC day of their date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const session = xnys.next(day);
        expect(session.closeAt).toBeLessThan(xnys.next(session.day).openAt);
        expect((session.closeAt - session.openAt) / MS_PER_MINUTE).toBe(session.isHalfDay ? 210 : 390);
        expect(Math.floor(session.openAt / MS_PER_DAY)).toBe(session.day);
        expect(Math.floor(session.closeAt / MS_PER_DAY)).toBe(session.day);
      }),
    );
  });

  it('finds a session at an instant exactly when the instant is in [open, close)', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: MS_PER_DAY - 1 }), (day, offset) => {
        const instant = day * MS_PER_DAY + offset;
        const session = xnys.session(day);
        const isInside = session !== undefined && instant >= session.openAt && instant < session.closeAt;
        expect(xnys.sessionAt(instant)).toBe(isInside ? session : undefined);
      }),
    );
    const session = xnys.session(dayFromIso('2024-01-02'))!;
    expect(xnys.sessionAt(session.openAt)).toBe(session);
    expect(xnys.sessionAt(session.closeAt)).toBeUndefined();
  });

  it('says so when it is asked for days before its rules or for what is no day', () => {
    expect(() => xnys.session(firstDay - 1)).toThrow(/begins on 2000-01-01/);
    expect(() => xnys.previous(dayFromIso('2000-01-03'))).toThrow(/begins on 2000-01-01/);
    expect(() => xnys.sessionAt((firstDay - 1) * MS_PER_DAY)).toThrow(/begins on 2000-01-01/);
    for (const bad of [Number.NaN, firstDay + 0.5, 1e12]) expect(() => xnys.session(bad)).toThrow(/not a day number/);
  });
});
