import { barAt, createBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBarCsv } from './check-bar-csv.ts';
import { type BarCsvOptions, readBarCsv } from './read-bar-csv.ts';

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
const coin: Instrument = { ...instrument, kind: 'crypto', exchange: 'ALWAYS' };
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options: Partial<BarCsvOptions> = {}) =>
  readBarCsv(encode(text), { instrument, ...options });
const check = (text: string, options: Partial<BarCsvOptions> = {}) =>
  checkBarCsv(encode(text), { instrument, ...options });
const opens = (text: string, options: Partial<BarCsvOptions> = {}) =>
  Array.from(read(text, options).columns.time, (ms) => new Date(ms).toISOString());

const PLAIN = 'date,open,high,low,close,volume\n2014-01-02,10,12,9,11,1000\n2014-01-03,11,13,10,12,2000\n';
const expected = read(PLAIN);
const sameAsPlain = (text: string) => {
  const { columns, timeframe, unreadable } = read(text);
  expect({ columns, timeframe, unreadable }).toEqual({
    columns: expected.columns,
    timeframe: expected.timeframe,
    unreadable: [],
  });
};

describe('readBarCsv', () => {
  it('reads a plain file of daily bars as opening with their sessions', () => {
    expect(expected.timeframe).toBe('1d');
    expect(opens(PLAIN)).toEqual(['2014-01-02T14:30:00.000Z', '2014-01-03T14:30:00.000Z']);
    expect([...expected.columns.close]).toEqual([11, 12]);
    expect([...expected.columns.volume]).toEqual([1000, 2000]);
  });

  it.each([
    ['a byte order mark', `\ufeff${PLAIN}`],
    ['CRLF', PLAIN.replaceAll('\n', '\r\n')],
    ['lone carriage returns', PLAIN.replaceAll('\n', '\r')],
    ['no end of line at the end', PLAIN.trimEnd()],
    ['blank lines', `\n\n${PLAIN.replaceAll('\n', '\n\n')}  \n`],
    ['semicolons', PLAIN.replaceAll(',', ';')],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    ['spaces around fields', PLAIN.replaceAll(',', ' , ')],
    ['quotes', PLAIN.replaceAll(/[^,\n]+/g, '"$&"')],
    ['digit groups in quotes', PLAIN.replace(',1000\n', ',"1,000"\n')],
    ['other letter case', PLAIN.replace('date,open,high,low,close,volume', 'DATE,Open,HIGH,Low,Close,Vol.')],
    ['short names', PLAIN.replace('date,open,high,low,close,volume', 'timestamp,o,h,l,c,v')],
    ['an unnamed first column for the date', PLAIN.replace('date', '')],
    ['empty fields after the last', PLAIN.replaceAll(/(\d)\n/g, '$1,,\n')],
    ['signs and exponents', PLAIN.replace(',1000\n', ',+1e3\n')],
    ['US dates', PLAIN.replace('2014-01-02', '1/2/2014').replace('2014-01-03', '1/3/2014')],
    ['dotted dates', PLAIN.replace('2014-01-02', '02.01.2014').replace('2014-01-03', '03.01.2014')],
    ['bare dates', PLAIN.replaceAll('2014-01-0', '2014010')],
    ['dates with an empty time', PLAIN.replaceAll(/2014-01-0\d/g, '$& 00:00:00')],
    ['newest first', 'date,open,high,low,close,volume\n2014-01-03,11,13,10,12,2000\n2014-01-02,10,12,9,11,1000\n'],
  ])('reads the same with %s', (_, text) => sameAsPlain(text));

  it('finds columns in any order and says which it does not use', () => {
    const { columns, notices } = read(
      'Volume,Adj Close,Close,Low,High,Open,Date,Remark\n1000,5,11,9,12,10,2014-01-02,a\n2000,6,12,10,13,11,2014-01-03,b\n',
    );
    expect(columns).toEqual(expected.columns);
    expect(notices.join(' ')).toMatch(/"Adj Close" is there but not used.*Columns not used: Remark\./);
  });

  it('takes a missing volume column as unknown, not as zero, and says so', () => {
    const { columns, notices } = read('date,open,high,low,close\n2014-01-02,10,12,9,11\n');
    expect([...columns.volume]).toEqual([Number.NaN]);
    expect(notices.join()).toMatch(/no volume column/);
  });

  it('reads times without a zone in the zone of the exchange, in winter and in summer, or in UTC when told', () => {
    const text =
      'datetime,open,high,low,close\n2014-03-07 09:30,1,1,1,1\n2014-03-07 09:31,1,1,1,1\n2014-03-10 09:30,1,1,1,1\n';
    expect(opens(text)).toEqual(['2014-03-07T14:30:00.000Z', '2014-03-07T14:31:00.000Z', '2014-03-10T13:30:00.000Z']);
    expect(opens(text, { zone: 'UTC' })[0]).toBe('2014-03-07T09:30:00.000Z');
    expect(read(text).notices.join()).toMatch(/read as New York time/);
    expect(opens(text, { instrument: coin })[0]).toBe('2014-03-07T09:30:00.000Z');
  });

  it('reads instants as they are, whatever the zone, offsets and counts since 1970 included', () => {
    const rows = (times: string[]) => `time,open,high,low,close\n${times.map((time) => `${time},1,1,1,1\n`).join('')}`;
    const wanted = ['2014-03-07T14:30:00.000Z', '2014-03-07T14:35:00.000Z'];
    expect(opens(rows(['2014-03-07T14:30:00Z', '2014-03-07T14:35:00Z']))).toEqual(wanted);
    expect(opens(rows(['2014-03-07T09:30:00-05:00', '2014-03-07 09:35:00-0500']))).toEqual(wanted);
    expect(opens(rows(['1394202600', '1394202900']))).toEqual(wanted);
    expect(opens(rows(['1394202600000', '1394202900000']))).toEqual(wanted);
  });

  it('puts a date and a time of day from two columns together', () => {
    const text =
      'Date,Time,Open,High,Low,Close\n2014-03-07,09:30:00,1,1,1,1\n2014-03-07,0935,1,1,1,1\n2014-03-07,094000,1,1,1,1\n';
    expect(opens(text)).toEqual(['2014-03-07T14:30:00.000Z', '2014-03-07T14:35:00.000Z', '2014-03-07T14:40:00.000Z']);
    expect(read(text).timeframe).toBe('5m');
  });

  it('dates daily bars by the exchange when they carry an instant', () => {
    const text = 'time,open,high,low,close\n2014-01-02T21:00:00Z,1,1,1,1\n2014-01-04T00:30:00Z,1,1,1,1\n';
    expect(opens(text)).toEqual(['2014-01-02T14:30:00.000Z', '2014-01-03T14:30:00.000Z']);
  });

  it('reads slashes day first only where nothing else is possible', () => {
    const rows = (...dates: string[]) =>
      `date,open,high,low,close\n${dates.map((date) => `${date},1,1,1,1\n`).join('')}`;
    expect(opens(rows('10/02/2014', '13/02/2014'))[0]).toBe('2014-02-10T14:30:00.000Z');
    expect(read(rows('10/02/2014', '13/02/2014')).notices.join()).toMatch(/day first/);
    const mixed = read(rows('02/13/2014', '13/02/2014'));
    expect(mixed.columns.time.length).toBe(1);
    expect(mixed.unreadable).toMatchObject([{ row: 3, code: 'BAD_TIME' }]);
  });

  it.each([
    ['1m', 1],
    ['5m', 5],
    ['15m', 15],
    ['30m', 30],
    ['1h', 60],
  ] as const)('tells %s bars from their spacing, overnight gaps and missing bars aside', (timeframe, minutes) => {
    const at = (day: number, bar: number) => new Date(Date.UTC(2014, 2, day, 14, 30 + bar * minutes)).toISOString();
    const times = [at(4, 0), at(4, 1), at(4, 2), at(4, 4), at(5, 0), at(5, 1), at(5, 2)];
    expect(read(`time,open,high,low,close\n${times.map((time) => `${time},1,1,1,1\n`).join('')}`).timeframe).toBe(
      timeframe,
    );
  });

  it.each([
    ['date,open,high,low\n', 'market-data.bad-header', /none for close/],
    ['date,opem,high,low,close\n', 'market-data.bad-header', /none for open.*Is "opem" a slip/],
    ['2014-01-02,1,1,1,1\n', 'market-data.bad-header', /looks like data/],
    ['', 'market-data.bad-header', /none for date, open/],
    ['PK\u0003\u0004\u0000\u0000', 'market-data.not-text', /not UTF-8 text/],
    [
      'date,open,high,low,close\n2014-01-31,1,1,1,1\n2014-02-28,1,1,1,1\n',
      'market-data.unsupported-timeframe',
      /28 days apart/,
    ],
    ['time,open,high,low,close\n2014-01-31T14:30:00Z,1,1,1,1\n', 'market-data.unsupported-timeframe', /single moment/],
  ])('says what is wrong with a file as a whole: %j', (text, code, message) => {
    const attempt = () => read(text);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
  });

  it.each([
    ['2014-01-06,1,2', 'FIELD_COUNT', /3 fields; the header names 6/],
    ['2014-01-06,1,234.5,1240,1,1,1', 'FIELD_COUNT', /7 fields/],
    ['2014-01-06,"1,2,1,1,1', 'UNCLOSED_QUOTE', /not closed/],
    ['yesterday,1,2,1,1,1', 'BAD_TIME', /"yesterday"/],
    [',1,2,1,1,1', 'MISSING_VALUE', /date is missing/],
    ['2014-01-06,null,2,1,1,1', 'MISSING_VALUE', /open is missing/],
    ['2014-01-06,1,2,1,1.1.1,1', 'NOT_A_NUMBER', /close is "1.1.1"/],
    ['2014-01-06,1,2,1,1,lots', 'NOT_A_NUMBER', /volume is "lots"/],
    ['2014-01-06,1,2,1,1,', 'MISSING_VOLUME', /while other rows have one/],
    ['2014-01-06,NaN,2,1,1,1', 'MISSING_VALUE', /open is missing/],
    ['2014-01-06,1,1e999,1,1,1', 'NOT_FINITE', /high is Infinity/],
    ['2014-01-06,0,2,1,1,1', 'NON_POSITIVE_PRICE', /open is 0/],
    ['2014-01-06,1,-2,1,1,1', 'NON_POSITIVE_PRICE', /high is -2/],
    ['2014-01-06,1,1,2,1,1', 'HIGH_BELOW_LOW', /high 1 is below the low 2/],
    ['2014-01-06,3,2,1,1,1', 'HIGH_BELOW_BODY', /below the open 3/],
    ['2014-01-06,3,4,2,1,1', 'LOW_ABOVE_BODY', /above the close 1/],
    ['2014-01-06,1,2,1,1,-5', 'BAD_VOLUME', /volume is -5/],
    ['2014-01-04,1,2,1,1,1', 'NO_SESSION', /closed on 2014-01-04/],
    ['1999-12-31,1,2,1,1,1', 'BEFORE_CALENDAR', /before 2000-01-01/],
    ['2014-01-03,1,2,1,1,1', 'DUPLICATE', /there already, on line 3/],
    ['2013-12-31,1,2,1,1,1', 'OUT_OF_ORDER', /before the time on line 3/],
  ])('quarantines the line %s as %s', (line, code, reason) => {
    const { series, quarantined } = check(`${PLAIN}${line}\n`);
    expect(series.length).toBe(2);
    expect(quarantined).toMatchObject([{ row: 4, unit: 'line', code, raw: line }]);
    expect(quarantined[0]?.reason).toMatch(reason);
  });
});

// Cents keep every price on a decimal that is written and read back exactly.
const goodRows = fc
  .tuple(
    fc.integer({ min: 0, max: 200 }),
    fc.array(
      fc.record({
        open: fc.integer({ min: 500, max: 900 }),
        close: fc.integer({ min: 500, max: 900 }),
        wick: fc.nat(50),
      }),
      {
        minLength: 1,
        maxLength: 40,
      },
    ),
  )
  .map(([start, bars]) =>
    bars.map(({ open, close, wick }, i) => {
      const date = new Date(Date.UTC(2014, 0, 2) + (start + i) * 86_400_000).toISOString().slice(0, 10);
      const prices = [open, Math.max(open, close) + wick, Math.min(open, close) - wick, close];
      return `${date},${prices.map((cents) => (cents / 100).toFixed(2)).join(',')},${1000 + i}`;
    }),
  );
const HEADER = 'date,open,high,low,close,volume';
const asFile = (rows: readonly string[]) => [HEADER, ...rows].join('\n');
const checkCoin = (rows: readonly string[]) => check(asFile(rows), { instrument: coin, timeframe: '1d' });

describe('laws of checking a CSV', () => {
  it('gives back every row of a good file, number for number', () => {
    fc.assert(
      fc.property(goodRows, (rows) => {
        const { series, quarantined } = checkCoin(rows);
        expect(quarantined).toEqual([]);
        const written = Array.from({ length: series.length }, (_, i) => {
          const { time, open, high, low, close, volume } = barAt(series, i);
          const prices = [open, high, low, close].map((price) => price.toFixed(2)).join(',');
          return `${new Date(time).toISOString().slice(0, 10)},${prices},${volume}`;
        });
        expect(written).toEqual(rows);
      }),
    );
  });

  it('accounts for every row of any permutation, and keeps what it keeps in order', () => {
    const permuted = goodRows.chain((rows) => fc.shuffledSubarray(rows, { minLength: 1, maxLength: rows.length }));
    fc.assert(
      fc.property(permuted, (rows) => {
        const { series, quarantined } = checkCoin(rows);
        expect(series.length + quarantined.length).toBe(rows.length);
        expect(quarantined.every(({ code }) => code === 'OUT_OF_ORDER')).toBe(true);
        expect([...series.time]).toEqual([...series.time].toSorted((a, b) => a - b));
      }),
    );
  });

  it('accounts for every row of a corrupted file, and keeps only rows that say what they said before', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', '-', '0', 'x', '"', ',', '.', '9')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(goodRows, edits, (rows, changes) => {
        const corrupted = [...rows];
        for (const [row, column, text] of changes) {
          const line = corrupted[row % rows.length]!;
          const at = column % line.length;
          corrupted[row % rows.length] = `${line.slice(0, at)}${text}${line.slice(at + 1)}`;
        }
        const { series, quarantined } = checkCoin(corrupted);
        expect(series.length + quarantined.length).toBe(corrupted.length);
        const lines = quarantined.map(({ row }) => row);
        expect(new Set(lines).size, 'no line is quarantined twice').toBe(lines.length);
        for (const { row, raw, reason } of quarantined) {
          expect(raw).toBe(corrupted[row - 2]);
          expect(reason).not.toBe('');
        }
        for (let i = 0; i < series.length; i++) {
          const { open, high, low, close, volume } = barAt(series, i);
          expect(low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close) && volume >= 0).toBe(true);
        }
      }),
    );
  });

  it('never throws on garbage below a good header, and accounts for every line that is not blank', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (garbage) => {
        const bytes = new Uint8Array([
          ...encode(`${HEADER}\n2014-01-02,10,12,9,11,1\n`),
          ...garbage.map((byte) => byte || 1),
        ]);
        const { series, quarantined } = checkBarCsv(bytes, { instrument, timeframe: '1d' });
        const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(1);
        const filled = lines.filter((line) => [...line].some((letter) => letter > ' '));
        expect(series.length + quarantined.length).toBe(filled.length);
      }),
    );
  });

  it('throws nothing but its own sentences on garbage of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (garbage, hasHeader) => {
        const bytes = hasHeader ? new Uint8Array([...encode(`${HEADER}\n`), ...garbage]) : garbage;
        try {
          checkBarCsv(bytes, { instrument });
        } catch (error) {
          expect(error).toBeInstanceOf(CandorError);
        }
      }),
    );
  });

  it('reads rows that are written oddly exactly as rows that are written plainly', () => {
    fc.assert(
      fc.property(goodRows, fc.constantFrom('"', ' '), (rows, around) => {
        const odd = rows.map((row) =>
          row
            .split(',')
            .map((field) => `${around}${field}${around}`)
            .join(','),
        );
        const [plain, other] = [checkCoin(rows).series, checkCoin(odd).series];
        expect(createBarSeries(coin, '1d', other)).toEqual(createBarSeries(coin, '1d', plain));
      }),
    );
  });
});
