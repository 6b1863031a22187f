import type { BarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { isoFromDay } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { checkBarCsv } from '@candor/market-data/csv/check-bar-csv';
import { tickSizeOf } from '@candor/market-data/csv/tick-size-of';
import type { CheckedSeries } from '@candor/market-data/validation/validate-bars';
import { z } from 'zod';

/** What a person has to say about a file, whichever door it comes through. */
export const CsvTerms = {
  timeframe: z.enum(TIMEFRAMES).optional().describe('Span of a bar; told from the spacing of the rows otherwise.'),
  exchange: z
    .enum(['XNYS', 'ALWAYS'])
    .default('XNYS')
    .describe('When it trades: in sessions of New York, or around the clock.'),
  zone: z.enum(['exchange', 'UTC']).default('exchange').describe('Zone of times that name none.'),
  tickSize: z
    .number()
    .min(0)
    .max(1_000)
    .optional()
    .describe(
      'Smallest price step, in the currency of the prices; 0 for none. Otherwise the finest decimal in the file, no coarser than 0.01, and none where a price has more than eight decimals.',
    ),
};

/** What checking a file brought up. */
export const CsvFindings = z.object({
  symbol: z.string(),
  timeframe: z.enum(TIMEFRAMES),
  bars: z.int(),
  /** First and last session; null without a bar. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Smallest price step; 0 where prices are continuous. */
  tickSize: z.number(),
  /** How many rows were turned down, by code. */
  faults: z.record(z.string(), z.int()),
  quarantined: z.array(
    z.object({ row: z.int(), unit: z.enum(['line', 'row']), code: z.string(), reason: z.string(), raw: z.string() }),
  ),
  /** How many of them are not listed here. */
  notListed: z.int(),
  flagged: z.array(z.object({ time: z.number(), code: z.string(), reason: z.string() })),
  notices: z.array(z.string()),
});

export type CsvFindings = z.infer<typeof CsvFindings>;

interface Terms {
  readonly symbol: string;
  readonly timeframe?: z.infer<typeof CsvTerms.timeframe>;
  readonly exchange: 'XNYS' | 'ALWAYS';
  readonly zone: 'exchange' | 'UTC';
  readonly tickSize?: number | undefined;
}

/** Returns the bars of a file that can be used, and what is wrong with the others. Throws when it cannot be read at all. */
export function checkCsv(bytes: Uint8Array, { symbol, timeframe, exchange, zone, tickSize }: Terms): CheckedSeries {
  const checked = checkBarCsv(bytes, { instrument: instrumentOf(symbol, exchange), timeframe, zone });
  const { series } = checked;
  return { ...checked, series: withTickSize(series, tickSize ?? tickSizeOf(series)) };
}

/** Returns the series with its prices in steps of that size. */
export function withTickSize(series: BarSeries, tickSize: number): BarSeries {
  return { ...series, instrument: { ...series.instrument, tickSize } };
}

/** Returns the findings, with at most so many faulty rows listed. */
export function showFindings(
  { series, quarantined, flagged, notices }: CheckedSeries,
  mostListed: number,
): CsvFindings {
  const faults: Record<string, number> = {};
  for (const { code } of quarantined) faults[code] = (faults[code] ?? 0) + 1;
  const listed = quarantined.slice(0, mostListed);
  const day = (index: number): string | null => (series.length > 0 ? isoFromDay(series.session.at(index)!) : null);
  return {
    symbol: series.instrument.symbol,
    timeframe: series.timeframe,
    bars: series.length,
    from: day(0),
    to: day(-1),
    tickSize: series.instrument.tickSize,
    faults,
    quarantined: listed.map((row) => ({ ...row })),
    notListed: quarantined.length - listed.length,
    flagged: flagged.map(({ time, code, reason }) => ({ time, code, reason })),
    notices: [...notices],
  };
}

function instrumentOf(symbol: string, exchange: 'XNYS' | 'ALWAYS'): Instrument {
  return {
    symbol,
    name: symbol,
    kind: exchange === 'XNYS' ? 'stock' : 'crypto',
    exchange,
    currency: 'USD',
    tickSize: 0,
    lotSize: 1,
    fractional: true,
    tradable: true,
  };
}
