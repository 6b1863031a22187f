/** Spans of a bar that a chart shows. Weeks are made here, of days; the others are held by the server. */
export const CHART_TIMEFRAMES = ['1m', '5m', '15m', '30m', '1h', '1d', '1w'] as const;
export type ChartTimeframe = (typeof CHART_TIMEFRAMES)[number];
export type HeldTimeframe = Exclude<ChartTimeframe, '1w'>;

const BARS_A_SESSION: Readonly<Record<HeldTimeframe, number>> = {
  '1m': 390,
  '5m': 78,
  '15m': 26,
  '30m': 13,
  '1h': 7,
  '1d': 1,
};
const SESSIONS_A_WEEK = 5;
const BARS_A_WINDOW = 2_000;
const MS_A_DAY = 86_400_000;

/** A run of calendar days, both ends within. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** Returns which bars the server holds for a span: those of weeks are days. */
export function heldFor(timeframe: ChartTimeframe): HeldTimeframe {
  return timeframe === '1w' ? '1d' : timeframe;
}

/** Returns the timeframe of a name, or undefined for a name of none. */
export function timeframeOf(name: string | undefined): ChartTimeframe | undefined {
  return CHART_TIMEFRAMES.find((timeframe) => timeframe === name);
}

/** Returns the days up to one that hold a few thousand bars, not before the first there is. */
export function windowUpTo(to: string, earliest: string, timeframe: HeldTimeframe): DayWindow {
  const days = calendarDaysOf(BARS_A_WINDOW, timeframe);
  // It begins at a round day, so that a window that grows by a day at its end begins where it did.
  const step = Math.max(1, Math.floor(days / 2));
  const from = addDays('1970-01-01', Math.floor(dayNumber(addDays(to, 1 - days)) / step) * step);
  return { from: from < earliest ? earliest : from, to };
}

/** Returns about how many calendar days hold so many bars. */
export function calendarDaysOf(bars: number, timeframe: HeldTimeframe): number {
  return Math.ceil((bars / BARS_A_SESSION[timeframe]) * (7 / SESSIONS_A_WEEK));
}

/** Returns the window before this one, or undefined at the first there is. */
export function windowBefore({ from }: DayWindow, earliest: string, timeframe: HeldTimeframe): DayWindow | undefined {
  return from <= earliest ? undefined : windowUpTo(addDays(from, -1), earliest, timeframe);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
}

/** Returns the day so many after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_A_DAY).toISOString().slice(0, 10);
}
