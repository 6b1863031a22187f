import type { BarColumns } from '../bar.ts';
import type { Instrument } from '../instrument.ts';
import type { SessionDay } from '../time.ts';
import type { Timeframe } from '../timeframe.ts';

export interface BarRequest {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** First session wanted, inclusive; undefined means from the first there is. */
  readonly from?: SessionDay | undefined;
  /** Last session wanted, inclusive; undefined means to the last there is. */
  readonly to?: SessionDay | undefined;
}

/** Where bars come from, in words a person can check. */
export interface Provenance {
  readonly provider: string;
  /** Package and version, file, or address without secrets. */
  readonly source: string;
  readonly adjustment: 'raw' | 'splits' | 'splits-and-dividends' | 'none-needed';
  /** Made by a generator: labelled so wherever it is shown. */
  readonly synthetic: boolean;
  readonly note?: string;
}

/** Raw rows as the provider gave them: not validated yet. */
export interface BarBatch {
  readonly columns: Omit<BarColumns, 'session'>;
  readonly provenance: Provenance;
}

export interface ProviderCapabilities {
  readonly timeframes: readonly Timeframe[];
  /** Whether it can be asked for any symbol, or only for the listed ones. */
  readonly openEnded: boolean;
  readonly needsNetwork: boolean;
}

export interface ListedSeries {
  readonly instrument: Instrument;
  readonly timeframe: Timeframe;
  readonly from: SessionDay;
  readonly to: SessionDay;
  readonly provenance: Provenance;
}

export type ProbeResult =
  | { readonly ok: true; readonly symbol: string; readonly bars: number }
  | { readonly ok: false; readonly symbol: string; readonly reason: string };

export interface MarketDataProvider {
  readonly id: string;
  readonly title: string;
  readonly capabilities: ProviderCapabilities;
  /** Series it can name without being asked for them. */
  list(): Promise<readonly ListedSeries[]>;
  /** Returns the instrument behind a symbol, or undefined when this provider does not know it. */
  instrument(symbol: string): Promise<Instrument | undefined>;
  /** Yields column batches, oldest first. Throws `market-data.unknown-symbol` (not-found) for a symbol it does not have. */
  bars(request: BarRequest): AsyncIterable<BarBatch>;
  /** Asks for a symbol that must work. */
  probe(): Promise<ProbeResult>;
  /** Yields closed bars as they happen, where the source can. */
  stream?(request: BarRequest, signal: AbortSignal): AsyncIterable<BarBatch>;
}
