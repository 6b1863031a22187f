import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { Instrument } from '@candor/domain/instrument';
import type { RawBarColumns } from '@candor/domain/ports/market-data-provider';
import { dayFromIso } from '@candor/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingSessions } from './missing-sessions.ts';
import { validateBars } from './validate-bars.ts';

const instrument: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

type Row = readonly [time: number, open: number, high: number, low: number, close: number, volume: number];

function columnsOf(rows: readonly Row[]): RawBarColumns {
  const column = (at: 0 | 1 | 2 | 3 | 4 | 5) => Float64Array.from(rows, (row) => row[at]);
  return { time: column(0), open: column(1), high: column(2), low: column(3), close: column(4), volume: column(5) };
}

const calendar = calendarOf('XNYS');
function dailyRows(count: number, from = '2014-01-01'): Row[] {
  const rows: Row[] = [];
  for (let session = calendar.next(dayFromIso(from)); rows.length < count; session = calendar.next(session.day)) {
    rows.push([session.openAt, 10, 11, 9, 10.5, 1000 + rows.length]);
  }
  return rows;
}
const validate = (rows: readonly Row[], timeframe: '1d' | '1m' = '1d') =>
  validateBars(instrument, timeframe, { columns: columnsOf(rows) });

describe('validateBars', () => {
  it('passes good bars on without copying them, each with its session', () => {
    const columns = columnsOf(dailyRows(30));
    const { series, quarantined, flagged, notices } = validateBars(instrument, '1d', { columns });
    expect({ quarantined, flagged, notices }).toEqual({ quarantined: [], flagged: [], notices: [] });
    expect(series.close).toBe(columns.close);
    expect([...series.time]).toEqual(Array.from(series.session, (day) => calendar.session(day)?.openAt));
  });

  it('accounts for every row of any mixture of good and bad ones, and never changes a number', () => {
    const oddValue = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e-300, 5, 10, 10.5, 11, 1e18);
    const damage = fc.array(fc.tuple(fc.nat(29), fc.nat(5), oddValue), { maxLength: 12 });
    fc.assert(
      fc.property(damage, (changes) => {
        const rows = dailyRows(30).map((row) => [...row] as [number, number, number, number, number, number]);
        for (const [row, field, value] of changes) rows[row]![field as 0] = value;
        const { series, quarantined } = validate(rows);
        expect(series.length + quarantined.length).toBe(rows.length);
        expect(quarantined.every(({ unit, reason }) => unit === 'row' && reason.length > 10)).toBe(true);
        const bad = new Set(quarantined.map(({ row }) => row));
        expect([...series.close]).toEqual(rows.filter((_, row) => !bad.has(row)).map((row) => row[4]));
      }),
    );
  });

  it('takes rounding noise of a billionth, and not more, between high or low and the body', () => {
    const [row] = dailyRows(1);
    const withHigh = (high: number): Row => [row![0], 10, high, 9, 11, 1];
    expect(validate([withHigh(11 * (1 - 5e-10))]).series.length).toBe(1);
    expect(validate([withHigh(11 * (1 - 5e-9))]).quarantined[0]?.code).toBe('HIGH_BELOW_BODY');
  });

  it('keeps the first of two rows of one time, and drops a stray row rather than what follows it', () => {
    const rows = dailyRows(5);
    const [stray] = dailyRows(1, '2030-01-01');
    const { series, quarantined } = validate([rows[0]!, rows[1]!, rows[1]!, stray!, rows[2]!, rows[3]!]);
    expect([...series.volume]).toEqual([1000, 1001, 1002, 1003]);
    expect(quarantined.map(({ row, code }) => [row, code])).toEqual([
      [2, 'DUPLICATE'],
      [3, 'OUT_OF_ORDER'],
    ]);
  });

  it('takes minutes from the open to before the close of a half day, and none outside', () => {
    const halfDay = calendar.session(dayFromIso('2014-07-03'))!;
    const at = (time: number): Row => [time, 10, 10, 10, 10, 1];
    const { series, quarantined } = validate(
      [halfDay.openAt - 60_000, halfDay.openAt, halfDay.closeAt - 60_000, halfDay.closeAt].map(at),
      '1m',
    );
    expect([...series.time]).toEqual([halfDay.openAt, halfDay.closeAt - 60_000]);
    expect(quarantined.map(({ code }) => code)).toEqual(['OUTSIDE_SESSION', 'OUTSIDE_SESSION']);
  });

  it('says which sessions have no bar', () => {
    const rows = dailyRows(5);
    const { series, notices } = validate([rows[0]!, rows[1]!, rows[4]!]);
    expect(missingSessions(series)).toEqual([dayFromIso('2014-01-06'), dayFromIso('2014-01-07')]);
    expect(notices).toEqual([
      'Sessions between the first and the last bar that have no bar: 2 (2014-01-06, 2014-01-07).',
    ]);
  });

  it('takes volume as unknown only where no row has one', () => {
    const withVolume = (volumes: readonly number[]) =>
      dailyRows(volumes.length).map((row, i): Row => [row[0], row[1], row[2], row[3], row[4], volumes[i]!]);
    expect(validate(withVolume([Number.NaN, Number.NaN])).series.length).toBe(2);
    expect(validate(withVolume([Number.NaN, 0])).quarantined.map(({ code }) => code)).toEqual(['MISSING_VOLUME']);
  });
});
