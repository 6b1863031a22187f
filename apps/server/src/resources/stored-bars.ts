import { CandorError } from '@candor/domain/candor-error';
import type { BarBatch, ListedSeries, MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import type { Dataset, UnitOfWork } from '@candor/domain/ports/repositories';
import { TIMEFRAMES, type Timeframe } from '@candor/domain/timeframe';

/** Provider of files that people imported. */
export const STORED_PROVIDER = 'csv-file';

/** Returns the id of the bars that a person imported for a symbol. */
export function storedDatasetId(symbol: string, timeframe: Timeframe): string {
  return `${STORED_PROVIDER}:${symbol}:${timeframe}`;
}

/** Returns the provider of what people imported, read from where it is stored. */
export function createStoredBars(unitOfWork: UnitOfWork): MarketDataProvider {
  const datasets = async (): Promise<readonly Dataset[]> => {
    const all = await unitOfWork.run(({ bars }) => bars.datasets());
    return all.filter(({ provider, bars }) => provider === STORED_PROVIDER && bars > 0);
  };
  const list = async (): Promise<ListedSeries[]> =>
    (await datasets()).flatMap(({ instrument, timeframe, from, to, provenance }) =>
      from === undefined || to === undefined ? [] : [{ instrument, timeframe, from, to, provenance }],
    );
  return {
    id: STORED_PROVIDER,
    title: 'Your own files',
    capabilities: { timeframes: TIMEFRAMES, openEnded: false, needsNetwork: false },
    list,
    instrument: async (symbol) => (await list()).find(({ instrument }) => instrument.symbol === symbol)?.instrument,
    async *bars({ symbol, timeframe, from, to }) {
      const ofSymbol = (await datasets()).filter(({ instrument }) => instrument.symbol === symbol);
      if (ofSymbol.length === 0) {
        throw new CandorError('market-data.unknown-symbol', {
          kind: 'not-found',
          message: `No file was imported for ${symbol}.`,
        });
      }
      const dataset = ofSymbol.find((each) => each.timeframe === timeframe);
      if (dataset === undefined) return;
      const series = await unitOfWork.run(({ bars }) => bars.load(dataset.id, from, to));
      if (series === undefined) return;
      const { time, open, high, low, close, volume } = series;
      const batch: BarBatch = {
        columns: { time, open, high, low, close, volume },
        provenance: dataset.provenance,
      };
      yield batch;
    },
    probe: async () => {
      const [first] = await datasets();
      return first === undefined
        ? { ok: false, symbol: '', reason: 'Nothing was imported yet.' }
        : { ok: true, symbol: first.instrument.symbol, bars: first.bars };
    },
  };
}
