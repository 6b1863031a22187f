import { EXCHANGE_ZONE } from '../time';

export interface TimeTick {
  /** The first point at or after the boundary. */
  readonly index: number;
  readonly label: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MONTH_MS = 30.4 * DAY_MS;

type Unit = 'year' | 'month' | 'day' | 'minute';
/** From coarse to fine; the finest that fits is taken. */
const STEPS: readonly { readonly unit: Unit; readonly by: number; readonly ms: number }[] = [
  { unit: 'minute', by: 5, ms: 5 * MINUTE_MS },
  { unit: 'minute', by: 15, ms: 15 * MINUTE_MS },
  { unit: 'minute', by: 30, ms: 30 * MINUTE_MS },
  { unit: 'minute', by: 60, ms: 60 * MINUTE_MS },
  { unit: 'minute', by: 120, ms: 120 * MINUTE_MS },
  { unit: 'day', by: 1, ms: DAY_MS },
  { unit: 'day', by: 2, ms: 2 * DAY_MS },
  { unit: 'day', by: 7, ms: 7 * DAY_MS },
  { unit: 'day', by: 14, ms: 14 * DAY_MS },
  { unit: 'month', by: 1, ms: MONTH_MS },
  { unit: 'month', by: 2, ms: 2 * MONTH_MS },
  { unit: 'month', by: 3, ms: 3 * MONTH_MS },
  { unit: 'month', by: 6, ms: 6 * MONTH_MS },
  { unit: 'year', by: 1, ms: 365 * DAY_MS },
  { unit: 'year', by: 2, ms: 730 * DAY_MS },
  { unit: 'year', by: 5, ms: 1_826 * DAY_MS },
  { unit: 'year', by: 10, ms: 3_652 * DAY_MS },
  { unit: 'year', by: 25, ms: 9_131 * DAY_MS },
];

/**
 * Returns where a time axis is labelled, at most so often: at round minutes, days, months or years. The times rise. Boundaries are
 * those of UTC, which fall between the sessions of the exchanges that are replayed, so that a day or month begins with its first bar.
 */
export function timeTicks(times: readonly number[], most: number): readonly TimeTick[] {
  const from = times[0];
  const to = times.at(-1);
  if (from === undefined || to === undefined || to <= from || most < 1) return [];
  const step = STEPS.find(({ ms }) => (to - from) / ms <= most) ?? STEPS.at(-1);
  if (step === undefined) return [];
  const ticks: TimeTick[] = [];
  for (let at = floorTo(from, step.unit, step.by); at <= to; at = next(at, step.unit, step.by)) {
    if (at < from) continue;
    const index = firstFrom(times, at);
    if (index === ticks.at(-1)?.index) continue;
    ticks.push({ index, label: labelOf(times[index] ?? at, step.unit) });
  }
  return ticks.length > most ? ticks.slice(ticks.length - most) : ticks;
}

function floorTo(at: number, unit: Unit, by: number): number {
  const date = new Date(at);
  if (unit === 'year') return Date.UTC(Math.floor(date.getUTCFullYear() / by) * by, 0);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / by) * by);
  const ms = by * (unit === 'day' ? DAY_MS : MINUTE_MS);
  return Math.floor(at / ms) * ms;
}

function next(at: number, unit: Unit, by: number): number {
  const date = new Date(at);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + by, 0);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by);
  return at + by * (unit === 'day' ? DAY_MS : MINUTE_MS);
}

function firstFrom(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const formats: Record<Unit, Intl.DateTimeFormat> = {
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: EXCHANGE_ZONE }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: EXCHANGE_ZONE }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: EXCHANGE_ZONE }),
  minute: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: EXCHANGE_ZONE }),
};

function labelOf(at: number, unit: Unit): string {
  // January is where the year is told.
  const month = new Date(at).getUTCMonth();
  return formats[unit === 'month' && month === 0 ? 'year' : unit].format(at);
}
