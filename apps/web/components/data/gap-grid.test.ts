import { describe, expect, it } from 'vitest';
import {
  type CellSpan,
  cellInWords,
  cellsOf,
  columnName,
  columnOfMonth,
  columnsThatFit,
  daysInWords,
  firstMonthOf,
  type Month,
} from './gap-grid';

const month = (name: string, more: Partial<Month> = {}): Month => ({
  month: name,
  expectedSessions: 21,
  presentSessions: 21,
  thinSessions: null,
  bars: 21,
  flagged: 0,
  quarantined: 0,
  missing: [],
  ...more,
});
const SPANS: readonly CellSpan[] = ['month', 'quarter', 'year'];
const months = Array.from({ length: 40 }, (_, at) =>
  month(`${2014 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`),
);

describe('the columns of the gap map', () => {
  it('are as fine as the width allows: 5 years by month, 20 by quarter, 20 on a phone by year', () => {
    expect(columnsThatFit('2013-05', '2018-05', 700)).toMatchObject({ span: 'month', count: 61 });
    expect(columnsThatFit('2000-01', '2019-12', 700)).toMatchObject({ span: 'quarter', count: 80 });
    expect(columnsThatFit('2000-01', '2019-12', 260)).toMatchObject({ span: 'year', count: 20 });
  });

  it.each(SPANS)('of a %s begin with a month that stands in them', (span) => {
    for (const { month: name } of months) {
      const column = columnOfMonth(name, span);
      const first = firstMonthOf(column, span);
      expect(columnOfMonth(first, span)).toBe(column);
      expect(first <= name).toBe(true);
    }
  });

  it('are named by what they span', () => {
    expect(columnName(columnOfMonth('2014-06', 'month'), 'month')).toBe('Jun 2014');
    expect(columnName(columnOfMonth('2014-06', 'quarter'), 'quarter')).toBe('Apr to Jun 2014');
    expect(columnName(columnOfMonth('2014-06', 'year'), 'year')).toBe('2014');
  });
});

describe('the cells of the gap map', () => {
  it.each(SPANS)('of a %s lose no session, bar, gap or row', (span) => {
    const flawed = months.map((one, at) =>
      at % 7 === 3 ? { ...one, presentSessions: 20, bars: 20, missing: [`${one.month}-05`], quarantined: at % 2 } : one,
    );
    const cells = [...cellsOf(flawed, span).values()];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(cells.map(({ expected }) => expected))).toBe(
      sum(flawed.map(({ expectedSessions }) => expectedSessions)),
    );
    expect(sum(cells.map(({ present }) => present))).toBe(sum(flawed.map(({ presentSessions }) => presentSessions)));
    expect(sum(cells.map(({ bars }) => bars))).toBe(sum(flawed.map(({ bars }) => bars)));
    expect(sum(cells.map(({ quarantined }) => quarantined))).toBe(sum(flawed.map(({ quarantined }) => quarantined)));
    expect(cells.flatMap(({ missing }) => missing)).toEqual(flawed.flatMap(({ missing }) => missing));
  });

  it('show the gravest of their months: a quarantined row before a missing session before nothing', () => {
    const of = (...given: readonly Month[]) => [...cellsOf(given, 'quarter').values()][0]?.grade;
    expect(of(month('2014-04'), month('2014-05'))).toBe('complete');
    expect(of(month('2014-04'), month('2014-05', { missing: ['2014-05-05'] }))).toBe('missing');
    expect(of(month('2014-04', { missing: ['2014-04-07'] }), month('2014-05', { quarantined: 1 }))).toBe('quarantined');
    expect(of(month('2014-04', { thinSessions: 2 })), 'a session with too few bars has a gap').toBe('missing');
  });

  it('are told in words', () => {
    expect(cellInWords(undefined)).toBe('outside of what is held');
    expect(cellInWords([...cellsOf([month('2014-04')], 'month').values()][0])).toBe('21 of 21 sessions, complete');
    expect(daysInWords(['2019-08-05', '2019-08-06', '2020-03-17'])).toBe('5, 6 Aug 2019; 17 Mar 2020');
  });
});
