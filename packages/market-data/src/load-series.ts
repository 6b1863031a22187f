import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type {
  BarBatch,
  BarRequest,
  ListedSeries,
  MarketDataProvider,
  Provenance,
  RawBarColumns,
} from '@candor/domain/ports/market-data-provider';
import type { Quarantined } from '@candor/domain/quarantine';
import { isoFromDay } from '@candor/domain/time';
import { type CheckedSeries, validateBars } from './validation/validate-bars.ts';

export interface LoadedSeries extends CheckedSeries {
  readonly provenance: Provenance;
}

/**
 * Returns the checked bars of a request, limited to its sessions, with all that was quarantined on the way. Throws, each with a sentence:
 * `market-data.bad-range`, `market-data.unknown-symbol`, `market-data.unsupported-timeframe` and `market-data.empty-range`, which names the
 * range there is.
 */
export async function loadSeries(provider: MarketDataProvider, request: BarRequest): Promise<LoadedSeries> {
  const { symbol, timeframe, from, to } = request;
  if (from !== undefined && to !== undefined && from > to) {
    throw new CandorError('market-data.bad-range', {
      kind: 'invalid',
      message: `The range begins on ${isoFromDay(from)}, after its end on ${isoFromDay(to)}.`,
    });
  }
  const instrument = await provider.instrument(symbol);
  if (!instrument) throw await unknownSymbol([provider], symbol);
  const listed = await provider.list();
  const offered = timeframesOf(provider, listed, symbol);
  if (!offered.includes(timeframe)) {
    throw new CandorError('market-data.unsupported-timeframe', {
      kind: 'invalid',
      message: `${provider.title} has ${symbol} as ${offered.join(', ')}, not as ${timeframe}.`,
    });
  }

  const batches: BarBatch[] = [];
  for await (const batch of provider.bars(request)) batches.push(batch);
  const [first] = batches;
  if (!first) throw emptyRange(provider, listed, request, []);
  const checked = validateBars(instrument, timeframe, join(batches));
  const series = withinRange(checked.series, request);
  if (series.length === 0) throw emptyRange(provider, listed, request, checked.quarantined);
  const skipped = (series.time.byteOffset - checked.series.time.byteOffset) / 8;
  return {
    series,
    quarantined: checked.quarantined,
    flagged: checked.flagged
      .map((flag) => ({ ...flag, index: flag.index - skipped }))
      .filter(({ index }) => index >= 0 && index < series.length),
    notices: checked.notices,
    provenance: first.provenance,
  };
}

/** Returns the not-found error for a symbol that none of the providers has, with the nearest one they do have. */
export async function unknownSymbol(providers: readonly MarketDataProvider[], symbol: string): Promise<CandorError> {
  const lists = await Promise.all(providers.map((provider) => provider.list()));
  const symbols = [...new Set(lists.flat().map(({ instrument }) => instrument.symbol))];
  const where = providers.length === 1 ? providers[0]!.title : 'No provider';
  const has = providers.length === 1 ? 'does not have' : 'has';
  return new CandorError('market-data.unknown-symbol', {
    kind: 'not-found',
    message: `${where} ${has} the symbol "${symbol}". ${didYouMean(symbol, symbols)}`.trim(),
  });
}

function timeframesOf(provider: MarketDataProvider, listed: readonly ListedSeries[], symbol: string) {
  const ofSymbol = listed.filter(({ instrument }) => instrument.symbol === symbol).map(({ timeframe }) => timeframe);
  return provider.capabilities.openEnded || ofSymbol.length === 0 ? provider.capabilities.timeframes : ofSymbol;
}

function emptyRange(
  provider: MarketDataProvider,
  listed: readonly ListedSeries[],
  { symbol, timeframe, from, to }: BarRequest,
  quarantined: readonly Quarantined[],
): CandorError {
  const there = listed.find((series) => series.instrument.symbol === symbol && series.timeframe === timeframe);
  const start = from === undefined ? '' : ` from ${isoFromDay(from)}`;
  const end = to === undefined ? '' : ` to ${isoFromDay(to)}`;
  const range = there ? ` It has them from ${isoFromDay(there.from)} to ${isoFromDay(there.to)}.` : '';
  const [worst] = quarantined;
  const failed = worst
    ? ` Rows that did not pass: ${quarantined.length}; the first is ${worst.unit} ${worst.row}: ${worst.reason}`
    : '';
  return new CandorError('market-data.empty-range', {
    kind: 'not-found',
    message: `${provider.title} has no ${timeframe} bars of ${symbol}${start}${end}.${range}${failed}`,
  });
}

function withinRange(series: BarSeries, { from, to }: BarRequest): BarSeries {
  let start = 0;
  let end = series.length;
  if (from !== undefined) while (start < end && series.session[start]! < from) start++;
  if (to !== undefined) while (end > start && series.session[end - 1]! > to) end--;
  return start === 0 && end === series.length ? series : sliceBarSeries(series, start, end);
}

function join(batches: readonly BarBatch[]): Omit<BarBatch, 'provenance'> {
  if (batches.length === 1) return batches[0]!;
  const rows = batches.reduce((sum, { columns }) => sum + columns.time.length, 0);
  const column = (name: keyof RawBarColumns): Float64Array => {
    const joined = new Float64Array(rows);
    let at = 0;
    for (const { columns } of batches) {
      joined.set(columns[name], at);
      at += columns[name].length;
    }
    return joined;
  };
  return {
    columns: {
      time: column('time'),
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volume: column('volume'),
    },
    unreadable: batches.flatMap(({ unreadable = [] }) => unreadable),
    notices: [...new Set(batches.flatMap(({ notices = [] }) => notices))],
  };
}
