import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, MS_PER_DAY } from '../time.ts';
import { calendarOf } from './calendar-catalog.ts';
import type { ExchangeId } from './exchange-calendar.ts';

describe.each(['XNYS', 'ALWAYS'] as const)('calendar %s', (id) => {
  const calendar = calendarOf(id);

  it('carries its own id', () => {
    expect(calendar.id).toBe(id);
  });

  it('walks from session to session without gap or overlap in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: calendar.firstDay + 10, max: calendar.firstDay + 20_000 }), (day) => {
        const next = calendar.next(day);
        expect(next.day).toBeGreaterThan(day);
        expect(calendar.session(next.day)).toEqual(next);
        expect(calendar.sessionAt(next.openAt)).toEqual(next);
        expect(calendar.sessionAt(next.closeAt - 1)).toEqual(next);
        expect(calendar.previous(calendar.next(next.day).day)).toEqual(next);
        expect(next.openAt).toBeLessThan(next.closeAt);
      }),
    );
  });
});

describe('calendarOf', () => {
  it('takes every UTC day of ALWAYS as a session from midnight to midnight, weekends too', () => {
    const saturday = dayFromIso('2024-06-01');
    expect(calendarOf('ALWAYS').session(saturday)).toEqual({
      day: saturday,
      openAt: saturday * MS_PER_DAY,
      closeAt: (saturday + 1) * MS_PER_DAY,
      isHalfDay: false,
    });
    expect(() => calendarOf('ALWAYS').session(0.5)).toThrow(/not a day number/);
    expect(() => calendarOf('ALWAYS').session(-40_000)).toThrow(/begins on 1900-01-01/);
  });

  it('names the nearest exchange for an unknown one', () => {
    expect(() => calendarOf('XNY' as ExchangeId)).toThrow(/Did you mean "XNYS"/);
    expect(() => calendarOf('constructor' as ExchangeId)).toThrow(/no calendar/);
  });
});
