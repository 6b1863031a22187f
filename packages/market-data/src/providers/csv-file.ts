import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import type { BarBatch, ListedSeries, MarketDataProvider, Provenance } from '@candor/domain/ports/market-data-provider';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';
import { readBarCsv } from '../csv/read-bar-csv.ts';
import { defineProvider } from '../define-provider.ts';
import { unknownSymbol } from '../load-series.ts';
import { selectSessions } from '../select-sessions.ts';
import { validateBars } from '../validation/validate-bars.ts';

const settings = z.strictObject({
  path: z.string().min(1).describe('The CSV file'),
  symbol: z.string().min(1).optional().describe('Symbol of its one instrument; the file name by default'),
  name: z.string().optional(),
  kind: z.enum(['stock', 'etf', 'index', 'crypto', 'fx', 'synthetic']).default('stock'),
  exchange: z.enum(['XNYS', 'ALWAYS']).default('XNYS').describe('Whose sessions the bars belong to'),
  currency: z.string().default('USD'),
  tickSize: z.number().min(0).default(0.01),
  lotSize: z.number().positive().default(1),
  fractional: z.boolean().default(false),
  adjustment: z.enum(['raw', 'splits', 'splits-and-dividends', 'none-needed']).default('raw'),
  timeframe: z.enum(TIMEFRAMES).optional().describe('Told from the spacing of the bars by default'),
  zone: z.enum(['exchange', 'UTC']).default('exchange').describe('Zone of times that name none'),
});

/** One CSV file of one instrument's bars, read when it is first asked for. */
export const csvFile = defineProvider({
  id: 'csv-file',
  title: 'CSV file',
  summary: 'The bars of one CSV file, with the usual column names and date forms.',
  settings,
  create: createCsvFile,
});

function createCsvFile(options: z.infer<typeof settings>): MarketDataProvider {
  const { path, kind, exchange, currency, tickSize, lotSize, fractional } = options;
  const symbol = options.symbol ?? basename(path, extname(path)).toUpperCase();
  const instrument: Instrument = {
    symbol,
    name: options.name ?? symbol,
    kind,
    exchange,
    currency,
    tickSize,
    lotSize,
    fractional,
    tradable: kind !== 'index',
  };
  let opened: ReturnType<typeof openFile> | undefined;
  const open = () => {
    opened ??= openFile(options, instrument);
    return opened;
  };

  const provider: MarketDataProvider = {
    id: 'csv-file',
    title: `The file ${basename(path)}`,
    capabilities: {
      timeframes: options.timeframe ? [options.timeframe] : TIMEFRAMES,
      openEnded: false,
      needsNetwork: false,
    },
    list: async () => {
      const { listed } = await open();
      return listed ? [listed] : [];
    },
    instrument: async (asked) => (asked === symbol ? instrument : undefined),
    async *bars(request) {
      if (request.symbol !== symbol) throw await unknownSymbol([provider], request.symbol);
      const { batch, timeframe } = await open();
      if (request.timeframe !== timeframe) return;
      const selected = selectSessions(batch, request);
      if (selected.columns.time.length > 0 || (selected.unreadable?.length ?? 0) > 0) yield selected;
    },
    probe: async () => {
      try {
        return { ok: true, symbol, bars: (await open()).bars };
      } catch (error) {
        if (error instanceof CandorError) return { ok: false, symbol, reason: error.message };
        throw error;
      }
    },
  };
  return provider;
}

async function openFile(options: z.infer<typeof settings>, instrument: Instrument) {
  const { path, timeframe: stated, zone, adjustment, kind } = options;
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new CandorError('market-data.no-such-file', {
      kind: 'not-found',
      message: `The file ${path} cannot be read.`,
      cause,
    });
  });
  const { timeframe, ...rows } = readBarCsv(bytes, { instrument, timeframe: stated, zone });
  const provenance: Provenance = {
    provider: 'csv-file',
    source: `file ${basename(path)}`,
    adjustment,
    synthetic: kind === 'synthetic',
  };
  const batch: BarBatch = { ...rows, provenance };
  const { series } = validateBars(instrument, timeframe, batch);
  const listed: ListedSeries | undefined =
    series.length === 0
      ? undefined
      : { instrument, timeframe, from: series.session[0]!, to: series.session[series.length - 1]!, provenance };
  return { batch, timeframe, listed, bars: series.length };
}
