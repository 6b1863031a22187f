import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE, INSTANT, TimestampReader, UNREADABLE, WALL_CLOCK } from './timestamp-reader.ts';

const read = (text: string, reader = new TimestampReader()) => {
  const bytes = new TextEncoder().encode(`,${text},`);
  const kind = reader.read(bytes, 1, bytes.length - 1);
  return kind === UNREADABLE ? 'unreadable' : { kind, iso: new Date(reader.ms).toISOString() };
};
const anyInstant = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
const pad = (value: number) => `${value}`.padStart(2, '0');

describe('TimestampReader', () => {
  it('reads back any instant in ISO form', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const iso = new Date(ms).toISOString();
        expect(read(iso)).toEqual({ kind: INSTANT, iso });
        expect(read(iso.slice(0, 23).replace('T', ' '))).toEqual({ kind: WALL_CLOCK, iso });
      }),
    );
  });

  it('reads back any date in each of its forms', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const date = new Date(ms);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const expected = { kind: DATE, iso: `${date.toISOString().slice(0, 10)}T00:00:00.000Z` };
        for (const text of [
          `${year}-${pad(month)}-${pad(day)}`,
          `${year}/${month}/${day}`,
          `${month}/${day}/${year}`,
          `${pad(day)}.${pad(month)}.${year}`,
          `${year}${pad(month)}${pad(day)}`,
        ]) {
          expect(read(text), text).toEqual(expected);
        }
      }),
    );
  });

  it.each([
    ['2014-01-31 09:30', WALL_CLOCK, '2014-01-31T09:30:00.000Z'],
    ['2014-01-31T09:30:15', WALL_CLOCK, '2014-01-31T09:30:15.000Z'],
    ['1/31/2014 9:30', WALL_CLOCK, '2014-01-31T09:30:00.000Z'],
    ['20140131 09:30', WALL_CLOCK, '2014-01-31T09:30:00.000Z'],
    ['2014-01-31 09:30:00-05:00', INSTANT, '2014-01-31T14:30:00.000Z'],
    ['2014-01-31T09:30:00+0530', INSTANT, '2014-01-31T04:00:00.000Z'],
    ['2014-01-31 14:30:00 Z', INSTANT, '2014-01-31T14:30:00.000Z'],
    ['1391178600', INSTANT, '2014-01-31T14:30:00.000Z'],
    ['1391178600000', INSTANT, '2014-01-31T14:30:00.000Z'],
  ])('reads %s', (text, kind, iso) => expect(read(text)).toEqual({ kind, iso }));

  it.each([
    '',
    'today',
    '2014-02-29',
    '2014-13-01',
    '2014-00-10',
    '2014-01-32',
    '01/03/17',
    '13/13/2014',
    '05-06-2014',
    '2014-01-31 25:00',
    '2014-01-31 09:60',
    '2014-01-31 09',
    '2014-01-31 09:30 PM',
    '2014-01-31T09:30:00+15:00',
    '2014-01-31x',
    '20141301',
    '12345',
    '1e9',
  ])('does not read "%s"', (text) => expect(read(text)).toBe('unreadable'));

  it('reads slashes day first when it is told so, and counts what proves either order', () => {
    const reader = new TimestampReader();
    read('13/01/2014', reader);
    read('01/13/2014', reader);
    expect([reader.dayFirstProofs, reader.monthFirstProofs]).toEqual([1, 1]);
    reader.dayFirst = true;
    expect(read('05/06/2014', reader)).toEqual({ kind: DATE, iso: '2014-06-05T00:00:00.000Z' });
  });
});
