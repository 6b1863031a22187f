import { TickMarkType } from 'lightweight-charts';
import { clock, EXCHANGE_CITY, EXCHANGE_ZONE, hour, weekday } from '@/lib/time';

const formats = new Map<string, Intl.DateTimeFormat>();

function part(seconds: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: EXCHANGE_ZONE });
  formats.set(key, format);
  return format.format(seconds * 1000);
}

/** Returns what stands at a tick of the time axis: exchange time. */
export function tickWords(seconds: number, type: TickMarkType): string {
  switch (type) {
    case TickMarkType.Year:
      return part(seconds, { year: 'numeric' });
    case TickMarkType.Month:
      // Three letters, where the formatter would write Sept.
      return part(seconds, { month: 'short' }).slice(0, 3);
    case TickMarkType.DayOfMonth:
      return part(seconds, { day: 'numeric' });
    case TickMarkType.Time:
      return hour(seconds * 1000);
    case TickMarkType.TimeWithSeconds:
      return clock(seconds * 1000);
  }
}

/** Returns the time at the crosshair in the three zones that matter: the exchange's, UTC, and the person's own. */
export function crosshairWords(seconds: number): string {
  const ms = seconds * 1000;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${weekday(ms)}, opens ${hour(ms)} ${EXCHANGE_CITY} · ${hour(ms, 'UTC')} UTC · ${hour(ms, own)} yours`;
}
