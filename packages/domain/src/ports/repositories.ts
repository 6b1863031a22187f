import type { AccountType } from '../account.ts';
import type { BarSeries } from '../bar.ts';
import type { RecordedEvent } from '../events.ts';
import type { Fill } from '../fill.ts';
import type { Instrument } from '../instrument.ts';
import type { Json } from '../json.ts';
import type { Micros } from '../money.ts';
import type { OrderState } from '../order-state.ts';
import type { Quarantined } from '../quarantine.ts';
import type { RunManifest } from '../run-manifest.ts';
import type { Timeframe } from '../timeframe.ts';
import type { BarRequest, Provenance } from './market-data-provider.ts';

export interface InstrumentRepository {
  find(symbol: string): Promise<Instrument | undefined>;
  list(): Promise<readonly Instrument[]>;
  save(instrument: Instrument): Promise<void>;
}

export interface BarRepository {
  /** Returns how many bars were new; the same bars again change nothing. */
  ingest(series: BarSeries, provenance: Provenance): Promise<number>;
  load(request: BarRequest): Promise<BarSeries | undefined>;
}

export interface QuarantineRepository {
  add(symbol: string, timeframe: Timeframe, provenance: Provenance, rows: readonly Quarantined[]): Promise<void>;
  list(symbol: string): Promise<readonly Quarantined[]>;
}

export interface StrategyConfiguration {
  readonly id: string;
  /** Counts up with every change; a run names the version it used. */
  readonly version: number;
  readonly strategyId: string;
  readonly params: Json;
}

export interface StrategyConfigurationRepository {
  find(id: string, version?: number): Promise<StrategyConfiguration | undefined>;
  save(configuration: StrategyConfiguration): Promise<void>;
}

export interface AccountRow {
  readonly id: string;
  readonly type: AccountType;
  readonly startCashMicros: Micros;
}

export interface AccountRepository {
  find(id: string): Promise<AccountRow | undefined>;
  save(account: AccountRow): Promise<void>;
}

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly state: 'starting' | 'running' | 'paused' | 'halted' | 'finished' | 'failed';
  /** What the session resumes from: bit for bit the state after the last whole step. */
  readonly snapshot: Json;
}

export interface SessionRepository {
  find(id: string): Promise<SessionRow | undefined>;
  save(session: SessionRow): Promise<void>;
}

export interface RunRow {
  readonly id: string;
  readonly manifest: RunManifest;
  readonly result: Json;
}

export interface RunRepository {
  find(id: string): Promise<RunRow | undefined>;
  save(run: RunRow): Promise<void>;
  /** Distinct configurations ever tried on the same data, deleted runs counted. */
  countTrials(dataHash: string): Promise<number>;
}

export interface OrderRepository {
  find(clientOrderId: string): Promise<OrderState | undefined>;
  working(accountId: string): Promise<readonly OrderState[]>;
  save(accountId: string, state: OrderState): Promise<void>;
}

export interface FillRepository {
  /** The same fill (order and sequence) again changes nothing; returns whether it was new. */
  add(accountId: string, fill: Fill): Promise<boolean>;
  list(accountId: string): Promise<readonly Fill[]>;
}

export interface EquityRepository {
  append(accountId: string, at: number, equityMicros: number): Promise<void>;
  list(accountId: string): Promise<readonly { readonly at: number; readonly equityMicros: number }[]>;
}

/** Append-only, each entry chained to the one before by its hash. */
export interface JournalRepository {
  append(accountId: string, events: readonly RecordedEvent[]): Promise<void>;
  after(accountId: string, seq: number, limit: number): Promise<readonly RecordedEvent[]>;
}

/** Every repository over one transaction. */
export interface Repositories {
  readonly instruments: InstrumentRepository;
  readonly bars: BarRepository;
  readonly quarantine: QuarantineRepository;
  readonly strategyConfigurations: StrategyConfigurationRepository;
  readonly accounts: AccountRepository;
  readonly sessions: SessionRepository;
  readonly runs: RunRepository;
  readonly orders: OrderRepository;
  readonly fills: FillRepository;
  readonly equity: EquityRepository;
  readonly journal: JournalRepository;
}

/** One transaction per operation: all of it is written, or none. */
export interface UnitOfWork {
  run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
