import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromUsEastern, usEasternOffsetMs } from './us-eastern.ts';

const HOUR = 3_600_000;
const anyInstant = fc.integer({ min: Date.UTC(1987, 3, 5), max: Date.UTC(2037, 11, 31) });
const newYork = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' });

describe('us-eastern', () => {
  it('agrees with the IANA zone America/New_York at any instant since 1987', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const zone = newYork.formatToParts(instant).find((part) => part.type === 'timeZoneName')!.value;
        expect(zone).toBe(usEasternOffsetMs(instant) === -4 * HOUR ? 'GMT-04:00' : 'GMT-05:00');
      }),
      { numRuns: 500 },
    );
  });

  it('reads every wall clock back to its instant, but for the hour that is repeated', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const back = instantFromUsEastern(instant + usEasternOffsetMs(instant));
        expect([0, -HOUR]).toContain(back - instant);
        if (back !== instant) expect(usEasternOffsetMs(back), 'the first of the two is in summer time').toBe(-4 * HOUR);
      }),
    );
  });

  it('changes at 02:00 local: forward on 2024-03-10, back on 2024-11-03', () => {
    expect(usEasternOffsetMs(Date.UTC(2024, 2, 10, 6, 59))).toBe(-5 * HOUR);
    expect(usEasternOffsetMs(Date.UTC(2024, 2, 10, 7))).toBe(-4 * HOUR);
    expect(usEasternOffsetMs(Date.UTC(2024, 10, 3, 5, 59))).toBe(-4 * HOUR);
    expect(usEasternOffsetMs(Date.UTC(2024, 10, 3, 6))).toBe(-5 * HOUR);
    expect(instantFromUsEastern(Date.UTC(2024, 10, 3, 1, 30)), 'repeated hour').toBe(Date.UTC(2024, 10, 3, 5, 30));
    expect(instantFromUsEastern(Date.UTC(2024, 2, 10, 2, 30)), 'skipped hour').toBe(Date.UTC(2024, 2, 10, 7, 30));
  });
});
