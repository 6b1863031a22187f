import type { ExchangeCalendar } from '@candor/domain/calendar/exchange-calendar';
import { instantFromUsEastern, usEasternOffsetMs } from '@candor/domain/calendar/us-eastern';
import { MS_PER_DAY } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';
import { detectTimeframe } from './detect-timeframe.ts';
import { INSTANT, WALL_CLOCK } from './timestamp-reader.ts';

/** The zone of times that name none: that of the exchange, or UTC. */
export type CsvZone = 'exchange' | 'UTC';

/**
 * Turns times as they are written into opening instants, in place, and returns the timeframe and what a person should know about it. A
 * daily bar opens with its session; a day without one keeps noon UTC, which opens no session, so that validation can name it.
 */
export function settleTimes(
  time: Float64Array,
  kind: Uint8Array,
  calendar: ExchangeCalendar,
  zone: CsvZone,
  stated: Timeframe | undefined,
): { readonly timeframe: Timeframe; readonly notices: readonly string[] } {
  const notices: string[] = [];
  if (time.length === 0) return { timeframe: stated ?? '1d', notices };
  const datesOnly = time.every((ms) => ms % MS_PER_DAY === 0);
  const timeframe = stated ?? detectTimeframe(time, datesOnly);
  const isNewYork = zone === 'exchange' && calendar.timeZone === 'America/New_York';
  if (timeframe === '1d') {
    if (!datesOnly) notices.push('Times of day are not used: each daily bar opens with its session.');
    for (let i = 0; i < time.length; i++) {
      const isForeign = kind[i] === INSTANT && isNewYork && !datesOnly;
      const wall = isForeign ? time[i]! + usEasternOffsetMs(time[i]!) : time[i]!;
      time[i] = openOf(calendar, Math.floor(wall / MS_PER_DAY));
    }
  } else if (kind.includes(WALL_CLOCK)) {
    notices.push(`Times without a zone are read as ${isNewYork ? 'New York time' : 'UTC'}.`);
    if (isNewYork) settleNewYork(time, kind);
  }
  return { timeframe, notices };
}

function openOf(calendar: ExchangeCalendar, day: number): number {
  const session = day < calendar.firstDay ? undefined : calendar.session(day);
  return session ? session.openAt : (day + 0.5) * MS_PER_DAY;
}

// The offset is the same all day, but on the two days a year that clocks change.
function settleNewYork(time: Float64Array, kind: Uint8Array): void {
  let day = Number.NaN;
  let offset = 0;
  let changes = false;
  for (let i = 0; i < time.length; i++) {
    if (kind[i] === INSTANT) continue;
    const wall = time[i]!;
    const wallDay = Math.floor(wall / MS_PER_DAY);
    if (wallDay !== day) {
      day = wallDay;
      const midnight = day * MS_PER_DAY;
      offset = instantFromUsEastern(midnight) - midnight;
      changes = instantFromUsEastern(midnight + MS_PER_DAY) - (midnight + MS_PER_DAY) !== offset;
    }
    time[i] = changes ? instantFromUsEastern(wall) : wall + offset;
  }
}
