import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { ExchangeCalendar, ExchangeSession } from '@candor/domain/calendar/exchange-calendar';
import type { Instrument } from '@candor/domain/instrument';
import type { BarBatch, RawBarColumns } from '@candor/domain/ports/market-data-provider';
import type { Flagged, Quarantined } from '@candor/domain/quarantine';
import { dayFromCivil, isoFromDay, isoFromInstant, MS_PER_DAY } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';
import { flagOutliers } from './flag-outliers.ts';
import { longestOrderedRun } from './longest-ordered-run.ts';
import { missingSessions } from './missing-sessions.ts';

/** Bars that passed, and everything else that came, with its reason: rows in = bars + quarantined. */
export interface CheckedSeries {
  readonly series: BarSeries;
  readonly quarantined: readonly Quarantined[];
  readonly flagged: readonly Flagged[];
  readonly notices: readonly string[];
}

// Decimal prices that were adjusted by a factor lose their last bit; more than that is a contradiction.
const ROUNDING_NOISE = 1e-9;
const END_OF_TIME = dayFromCivil(10_000, 1, 1) * MS_PER_DAY;

/**
 * Returns the rows that are bars of this instrument and timeframe, in order, each in an exchange session; a row that is not is quarantined
 * with a code and a sentence. Rows that are out of order give way to the longest run that is in order; of rows of one time the first stays.
 * Prices are never changed. When every row passes, the series shares memory with the columns.
 */
export function validateBars(
  instrument: Instrument,
  timeframe: Timeframe,
  batch: Omit<BarBatch, 'provenance'>,
): CheckedSeries {
  const { columns, origin, unreadable = [], notices = [] } = batch;
  const { time, open, high, low, close, volume } = columns;
  const calendar = calendarOf(instrument.exchange);
  const rows = time.length;
  const session = new Int32Array(rows);
  const hasVolume = volume.some((value) => !Number.isNaN(value));
  const quarantined: Quarantined[] = [...unreadable];
  const quarantine = (row: number, [code, reason]: Fault) =>
    quarantined.push({
      row: origin ? origin.lineOf(row) : row,
      unit: origin ? 'line' : 'row',
      code,
      reason,
      raw: origin ? origin.rawOf(row) : rowText(columns, row),
    });

  const kept = new Int32Array(rows);
  let count = 0;
  let isOrdered = true;
  let latest = Number.NEGATIVE_INFINITY;
  let current: ExchangeSession | undefined;
  for (let row = 0; row < rows; row++) {
    const o = open[row]!;
    const h = high[row]!;
    const l = low[row]!;
    const c = close[row]!;
    const v = volume[row]!;
    const at = time[row]!;
    // Comparisons with NaN are false, so one chain finds what is plainly good; whatever is left is looked at closely.
    const isPlain =
      l > 0 && l <= o && l <= c && o <= h && c <= h && h < Infinity && (hasVolume ? v >= 0 && v < Infinity : true);
    if (!isPlain) {
      const fault = valueFault(o, h, l, c, v, hasVolume);
      if (fault) {
        quarantine(row, fault);
        continue;
      }
    }
    if (!(current && opensIn(current, at, timeframe))) {
      const found = sessionOf(calendar, timeframe, at);
      if (!('day' in found)) {
        quarantine(row, found.fault);
        continue;
      }
      current = found;
    }
    session[row] = current.day;
    kept[count++] = row;
    isOrdered &&= at > latest;
    latest = at;
  }

  const accepted = isOrdered
    ? kept.subarray(0, count)
    : putInOrder(kept.subarray(0, count), columns, quarantine, origin);
  const series = createBarSeries(instrument, timeframe, take({ ...columns, session }, accepted));
  return {
    series,
    quarantined: quarantined.sort((a, b) => a.row - b.row),
    flagged: flagOutliers(series),
    notices: [...notices, ...gapNotices(series)],
  };
}

type Fault = readonly [code: string, reason: string];

function opensIn(session: ExchangeSession, at: number, timeframe: Timeframe): boolean {
  return timeframe === '1d' ? at === session.openAt : at >= session.openAt && at < session.closeAt;
}

function sessionOf(calendar: ExchangeCalendar, timeframe: Timeframe, at: number): ExchangeSession | { fault: Fault } {
  if (!(at > -END_OF_TIME && at < END_OF_TIME)) {
    return { fault: ['BAD_TIME', `The time ${at} is not an instant in milliseconds since 1970.`] };
  }
  const day = Math.floor(at / MS_PER_DAY);
  if (day < calendar.firstDay) {
    const reason = `${isoFromDay(day)} is before ${isoFromDay(calendar.firstDay)}, where the ${calendar.id} calendar begins.`;
    return { fault: ['BEFORE_CALENDAR', reason] };
  }
  const session = calendar.session(day);
  if (!session) return { fault: ['NO_SESSION', `${calendar.id} is closed on ${isoFromDay(day)}.`] };
  if (opensIn(session, at, timeframe)) return session;
  const hours = `${isoFromInstant(session.openAt).slice(11, 16)} to ${isoFromInstant(session.closeAt).slice(11, 16)} UTC`;
  const reason =
    timeframe === '1d'
      ? `A daily bar opens with its session, at ${isoFromInstant(session.openAt)}, not at ${isoFromInstant(at)}.`
      : `${isoFromInstant(at)} is outside the session of ${isoFromDay(day)}, ${hours}.`;
  return { fault: ['OUTSIDE_SESSION', reason] };
}

function valueFault(o: number, h: number, l: number, c: number, v: number, hasVolume: boolean): Fault | undefined {
  for (const [name, price] of [
    ['open', o],
    ['high', h],
    ['low', l],
    ['close', c],
  ] as const) {
    if (!Number.isFinite(price)) return ['NOT_FINITE', `The ${name} is ${price}; it must be a finite number.`];
    if (price <= 0) return ['NON_POSITIVE_PRICE', `The ${name} is ${price}; a price is above 0.`];
  }
  const slack = h * ROUNDING_NOISE;
  if (h < l - slack) return ['HIGH_BELOW_LOW', `The high ${h} is below the low ${l}.`];
  if (h < Math.max(o, c) - slack) {
    return ['HIGH_BELOW_BODY', `The high ${h} is below the ${o > c ? 'open' : 'close'} ${Math.max(o, c)}.`];
  }
  if (l > Math.min(o, c) + slack) {
    return ['LOW_ABOVE_BODY', `The low ${l} is above the ${o < c ? 'open' : 'close'} ${Math.min(o, c)}.`];
  }
  if (!hasVolume || (v >= 0 && v < Infinity)) return undefined;
  if (Number.isNaN(v)) return ['MISSING_VOLUME', 'The volume is missing, while other rows have one.'];
  return ['BAD_VOLUME', `The volume is ${v}; it must be 0 or more, and finite.`];
}

function putInOrder(
  rows: Int32Array,
  { time }: RawBarColumns,
  quarantine: (row: number, fault: Fault) => void,
  origin: BarBatch['origin'],
): Int32Array {
  const place = origin ? (row: number) => `line ${origin.lineOf(row)}` : (row: number) => `row ${row}`;
  const firstOf = new Map<number, number>();
  const distinct = rows.filter((row) => {
    const first = firstOf.get(time[row]!);
    if (first === undefined) firstOf.set(time[row]!, row);
    else quarantine(row, ['DUPLICATE', `${isoFromInstant(time[row]!)} is there already, on ${place(first)}.`]);
    return first === undefined;
  });
  const run = longestOrderedRun(Float64Array.from(distinct, (row) => time[row]!));
  const ordered = Int32Array.from(run, (at) => distinct[at]!);
  let next = 0;
  for (const row of distinct) {
    if (row === ordered[next]) {
      next++;
    } else {
      const before = next > 0 && time[ordered[next - 1]!]! > time[row]!;
      const neighbour = before ? ordered[next - 1]! : ordered[next]!;
      const relation = before ? 'before' : 'after';
      const reason = `${isoFromInstant(time[row]!)} is ${relation} the time on ${place(neighbour)}, which it ${before ? 'follows' : 'precedes'}.`;
      quarantine(row, ['OUT_OF_ORDER', reason]);
    }
  }
  return ordered;
}

function take<Columns extends Record<string, Float64Array | Int32Array>>(columns: Columns, rows: Int32Array): Columns {
  const [first] = Object.values(columns);
  if (first?.length === rows.length) return columns;
  const taken = Object.entries(columns).map(([name, column]) => {
    const kept = column instanceof Int32Array ? new Int32Array(rows.length) : new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) kept[i] = column[rows[i]!]!;
    return [name, kept];
  });
  return Object.fromEntries(taken);
}

function gapNotices(series: BarSeries): string[] {
  const missing = missingSessions(series);
  if (missing.length === 0) return [];
  const named = missing.slice(0, 3).map(isoFromDay).join(', ');
  const rest = missing.length > 3 ? ' and more' : '';
  return [`Sessions between the first and the last bar that have no bar: ${missing.length} (${named}${rest}).`];
}

function rowText({ time, open, high, low, close, volume }: RawBarColumns, row: number): string {
  const at = time[row]!;
  const when = Math.abs(at) < END_OF_TIME ? isoFromInstant(at) : `${at}`;
  return [when, open[row], high[row], low[row], close[row], volume[row]].join(',');
}
