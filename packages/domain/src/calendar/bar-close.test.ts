import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../time.ts';
import { intradayMs, TIMEFRAMES } from '../timeframe.ts';
import { barCloseAt } from './bar-close.ts';
import { xnys } from './xnys.ts';

describe('barCloseAt', () => {
  it('is the close of the session for a daily bar, half days included', () => {
    const halfDay = xnys.session(dayFromIso('2024-07-03'))!;
    expect(barCloseAt(xnys, '1d', halfDay.openAt, halfDay.day)).toBe(Date.UTC(2024, 6, 3, 17));
  });

  it('cuts the last hour of a session short', () => {
    const session = xnys.session(dayFromIso('2024-01-02'))!;
    expect(barCloseAt(xnys, '1h', Date.UTC(2024, 0, 2, 20, 30), session.day)).toBe(session.closeAt);
  });

  it('lies after the opening instant, within the session, at most one length on', () => {
    const days = fc.integer({ min: dayFromIso('2000-01-10'), max: dayFromIso('2030-12-31') });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...TIMEFRAMES),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (day, timeframe, at) => {
          const session = xnys.next(day);
          const time = session.openAt + Math.floor(at * (session.closeAt - session.openAt));
          const closeAt = barCloseAt(xnys, timeframe, time, session.day);
          expect(closeAt).toBeGreaterThan(time);
          expect(closeAt).toBeLessThanOrEqual(session.closeAt);
          expect(closeAt - time).toBeLessThanOrEqual(intradayMs(timeframe) ?? Number.POSITIVE_INFINITY);
        },
      ),
    );
  });

  it('has no answer for a day without a session', () => {
    expect(() => barCloseAt(xnys, '1d', 0, dayFromIso('2024-01-01'))).toThrow(/closed on 2024-01-01/);
  });
});
