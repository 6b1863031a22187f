import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import type { BarRequest, ListedSeries, MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { type LoadedSeries, loadSeries, unknownSymbol } from './load-series.ts';

/** A provider that did not answer, and why. */
export interface PassedOver {
  readonly provider: string;
  readonly code: string;
  readonly reason: string;
}

export interface ChainedSeries extends LoadedSeries {
  /** Id of the provider the bars are from. */
  readonly answeredBy: string;
  readonly passedOver: readonly PassedOver[];
}

export interface FallbackChain {
  /** What the providers name, the earlier one winning where two have the same symbol and timeframe. */
  list(): Promise<readonly ListedSeries[]>;
  /** Returns what the first provider that knows the symbol says of it. */
  instrument(symbol: string): Promise<Instrument | undefined>;
  /** Returns the checked bars of the first provider that has them. Throws what `loadSeries` throws, and `market-data.no-answer` (retry). */
  load(request: BarRequest): Promise<ChainedSeries>;
}

const UNKNOWN = 'market-data.unknown-symbol';

/** Returns a chain that asks providers in the given order. A symbol is unknown only when every one of them says so. */
export function createFallbackChain(providers: readonly MarketDataProvider[]): FallbackChain {
  return {
    list: async () => {
      const lists = await Promise.all(providers.map((provider) => provider.list()));
      const byKey = new Map<string, ListedSeries>();
      for (const series of lists.flat()) {
        const key = `${series.instrument.symbol} ${series.timeframe}`;
        if (!byKey.has(key)) byKey.set(key, series);
      }
      return [...byKey.values()];
    },
    instrument: async (symbol) => {
      for (const provider of providers) {
        const found = await provider.instrument(symbol);
        if (found) return found;
      }
      return undefined;
    },
    load: async (request) => {
      const failures: { readonly provider: string; readonly error: unknown }[] = [];
      for (const provider of providers) {
        try {
          const loaded = await loadSeries(provider, request);
          return { ...loaded, answeredBy: provider.id, passedOver: failures.map(passedOver) };
        } catch (error) {
          // No provider can answer a question that is itself wrong.
          if (error instanceof CandorError && error.code === 'market-data.bad-range') throw error;
          failures.push({ provider: provider.id, error });
        }
      }
      throw await explain(providers, request, failures);
    },
  };
}

async function explain(
  providers: readonly MarketDataProvider[],
  { symbol }: BarRequest,
  failures: readonly { readonly provider: string; readonly error: unknown }[],
): Promise<CandorError> {
  const telling = failures.filter(({ error }) => !(error instanceof CandorError && error.code === UNKNOWN));
  if (telling.length === 0) return unknownSymbol(providers, symbol);
  const [only] = telling;
  // One provider knows the symbol and says what is wrong: that is the answer, whatever the others do not know.
  if (telling.length === 1 && only?.error instanceof CandorError) return only.error;
  const reasons = telling.map(passedOver).map(({ provider, reason }) => `${provider}: ${reason}`);
  const areAllSure = telling.every(({ error }) => error instanceof CandorError && error.kind !== 'retry');
  return new CandorError('market-data.no-answer', {
    kind: areAllSure ? 'not-found' : 'retry',
    message: `No provider has these bars of ${symbol}. ${reasons.join(' ')}`,
    cause: only?.error,
  });
}

function passedOver({ provider, error }: { readonly provider: string; readonly error: unknown }): PassedOver {
  if (error instanceof CandorError) return { provider, code: error.code, reason: error.message };
  return {
    provider,
    code: 'market-data.provider-failed',
    reason: error instanceof Error ? error.message : String(error),
  };
}
