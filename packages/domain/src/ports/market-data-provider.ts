import type { BarColumns } from '../bar.ts';
import type { Instrument } from '../instrument.ts';
import type { Quarantined } from '../quarantine.ts';
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
  readonly note?: string | undefined;
}

/** Columns whose rows nobody has checked or assigned to sessions yet. */
export type RawBarColumns = Omit<BarColumns, 'session'>;

/** Where the rows of a batch stand in the file they come from, for messages to people. */
export interface RowOrigin {
  /** Returns the 1-based line of a row. */
  lineOf(row: number): number;
  /** Returns the row as it stands in the file. */
  rawOf(row: number): string;
}

/** Raw rows as the provider gave them: not validated yet. */
export interface BarBatch {
  readonly columns: RawBarColumns;
  readonly provenance: Provenance;
  readonly origin?: RowOrigin;
  /** Rows that could not even be read as numbers, so that they are missing from the columns; validation adds its own to them. */
  readonly unreadable?: readonly Quarantined[];
  /** What a person should know about how the rows were read. */
  readonly notices?: readonly string[];
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
