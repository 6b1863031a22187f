import { basename, extname } from 'node:path';
import type { Instrument } from '@candor/domain/instrument';
import { isoFromDay } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { checkBarCsv } from '@candor/market-data/csv/check-bar-csv';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

const FIRST_FAULTS = 20;

const Faults = z.array(
  z.object({ row: z.int(), unit: z.enum(['line', 'row']), code: z.string(), reason: z.string(), raw: z.string() }),
);

export const importBars = defineOperation({
  id: 'bars.import',
  summary: 'Check a CSV of bars and say, row by row, what is wrong with it. Nothing is written.',
  input: z.object({
    file: z
      .string()
      .min(1)
      .describe('A CSV with a header line: date or time, open, high, low, close, and volume if there is one.'),
    symbol: z.string().min(1).max(20).optional().describe('What the bars are of; the name of the file otherwise.'),
    timeframe: z.enum(TIMEFRAMES).optional().describe('Span of a bar; told from the spacing of the rows otherwise.'),
    exchange: z
      .enum(['XNYS', 'ALWAYS'])
      .default('XNYS')
      .describe('When it trades: in sessions of New York, or around the clock.'),
    zone: z.enum(['exchange', 'UTC']).default('exchange').describe('Zone of times that name none.'),
    all: z.boolean().default(false).describe(`List every faulty row, not only the first ${FIRST_FAULTS}.`),
  }),
  output: z.object({
    symbol: z.string(),
    timeframe: z.enum(TIMEFRAMES),
    bars: z.int(),
    /** First and last session; null without a bar. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** How many rows were turned down, by code. */
    faults: z.record(z.string(), z.int()),
    quarantined: Faults,
    /** How many of them are not listed here. */
    notListed: z.int(),
    flagged: z.array(z.object({ time: z.number(), code: z.string(), reason: z.string() })),
    notices: z.array(z.string()),
  }),
  scope: 'market-data:read',
  needs: ['files'],
  cli: {
    command: 'import',
    positionals: ['file'],
    examples: [
      { line: 'candor import prices.csv', shows: 'daily bars of a New York stock' },
      {
        line: 'candor import btc.csv --exchange ALWAYS --zone UTC --all',
        shows: 'a market that never closes, every fault listed',
      },
    ],
  },
  run: async ({ files }, { file, symbol, timeframe, exchange, zone, all }) => {
    const bytes = await files.read(file);
    const instrument = instrumentOf(symbol ?? basename(file, extname(file)).toUpperCase(), exchange);
    const { series, quarantined, flagged, notices } = checkBarCsv(bytes, { instrument, timeframe, zone });
    const faults: Record<string, number> = {};
    for (const { code } of quarantined) faults[code] = (faults[code] ?? 0) + 1;
    const listed = all ? quarantined : quarantined.slice(0, FIRST_FAULTS);
    const day = (index: number): string | null => (series.length > 0 ? isoFromDay(series.session.at(index)!) : null);
    return {
      symbol: instrument.symbol,
      timeframe: series.timeframe,
      bars: series.length,
      from: day(0),
      to: day(-1),
      faults,
      quarantined: [...listed],
      notListed: quarantined.length - listed.length,
      flagged: flagged.map(({ time, code, reason }) => ({ time, code, reason })),
      notices: [...notices],
    };
  },
});

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
