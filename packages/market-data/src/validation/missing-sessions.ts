import type { BarSeries } from '@candor/domain/bar';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { SessionDay } from '@candor/domain/time';

/** Returns the exchange's sessions between the first and the last bar that have no bar, in order. */
export function missingSessions(series: BarSeries): SessionDay[] {
  const calendar = calendarOf(series.instrument.exchange);
  const missing: SessionDay[] = [];
  for (let i = 1; i < series.length; i++) {
    const session = series.session[i]!;
    if (session === series.session[i - 1]) continue;
    let expected = calendar.next(series.session[i - 1]!);
    for (; expected.day < session; expected = calendar.next(expected.day)) missing.push(expected.day);
  }
  return missing;
}
