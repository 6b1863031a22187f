import type { AccountSnapshot, AccountType } from '../account.ts';
import type { BarSeries } from '../bar.ts';
import type { RecordedEvent } from '../events.ts';
import type { Fill } from '../fill.ts';
import type { Halt } from '../halt.ts';
import type { Instrument } from '../instrument.ts';
import type { Json } from '../json.ts';
import type { Micros } from '../money.ts';
import type { OrderState } from '../order-state.ts';
import type { Position } from '../position.ts';
import type { Quarantined } from '../quarantine.ts';
import type { RunManifest } from '../run-manifest.ts';
import type { SessionDay } from '../time.ts';
import type { Timeframe } from '../timeframe.ts';
import type { Trade } from '../trade.ts';
import type { Provenance } from './market-data-provider.ts';

/** A stretch of a long list. Rows are numbered as they are written, so a page stays where it is while new rows come. */
export interface PageRequest {
  /** Rows after this number in the direction of the list; undefined begins at its start. */
  readonly after?: number | undefined;
  /** 1 to 1,000. */
  readonly limit: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Number to ask on from, or undefined when there is no more. */
  readonly next: number | undefined;
}

export interface InstrumentRepository {
  find(symbol: string): Promise<Instrument | undefined>;
  list(): Promise<readonly Instrument[]>;
  save(instrument: Instrument): Promise<void>;
}

/** All bars that came from one place for one instrument and timeframe. */
export interface Dataset {
  /** `provider:symbol:timeframe`; an uploaded file's has the hash of its content behind it. */
  readonly id: string;
  readonly instrument: Instrument;
  readonly timeframe: Timeframe;
  readonly provider: string;
  /** Of the latest batch. */
  readonly provenance: Provenance;
  readonly bars: number;
  /** First and last session; undefined without a bar. */
  readonly from: SessionDay | undefined;
  readonly to: SessionDay | undefined;
}

export interface Ingested {
  readonly datasetId: string;
  readonly added: number;
  /** Bars that were there already, just so. */
  readonly unchanged: number;
  /** Bars that were there with other numbers: the old ones stay, the new ones go to quarantine as `CONFLICTS_WITH_STORED`. */
  readonly conflicting: number;
}

export interface BarRepository {
  /**
   * Stores bars in batches, each with where it came from. The same bars again change nothing, and a stored bar never changes. Throws
   * `storage.bars-out-of-order` (invalid), and `storage.dataset-mismatch` (conflict) for bars of another symbol or timeframe.
   */
  ingest(datasetId: string, series: BarSeries, provenance: Provenance): Promise<Ingested>;
  dataset(id: string): Promise<Dataset | undefined>;
  datasets(): Promise<readonly Dataset[]>;
  /** Returns the bars of a range of sessions, both ends inclusive, or undefined when there are none. */
  load(datasetId: string, from?: SessionDay, to?: SessionDay): Promise<BarSeries | undefined>;
  /** Returns where one bar came from. */
  provenanceOf(datasetId: string, openedAt: number): Promise<Provenance | undefined>;
}

export interface QuarantineRow extends Quarantined {
  readonly seq: number;
  readonly datasetId: string;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly source: string;
  readonly recordedAt: number;
}

export interface QuarantineRepository {
  /** The same row of the same source again changes nothing. */
  add(
    datasetId: string,
    of: {
      readonly symbol: string;
      readonly timeframe: Timeframe;
      readonly source: string;
      readonly recordedAt: number;
    },
    rows: readonly Quarantined[],
  ): Promise<void>;
  /** Newest first. */
  list(page: PageRequest, where?: { readonly symbol?: string | undefined }): Promise<Page<QuarantineRow>>;
  /** Counts the rows of a dataset by the first day, `YYYY-MM-DD`, that they name; undefined for those that name none. */
  countByDay(datasetId: string): Promise<readonly { readonly day: string | undefined; readonly count: number }[]>;
}

/** A strategy with its parameters and its sizing, under a name. Changing it makes the next version; versions stay. */
export interface StrategyConfiguration {
  readonly id: string;
  /** Counts up from 1 with every change; a run or a session names the version it used. */
  readonly version: number;
  readonly name: string;
  /** Id of a strategy of the catalog, or the path of the person's own below `my/`. */
  readonly strategy: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly sizing: { readonly id: string; readonly params: Readonly<Record<string, Json>> };
  readonly allowShort: boolean;
  readonly createdAt: number;
}

export interface StrategyConfigurationRepository {
  /** Returns the version asked for, or the latest. */
  find(id: string, version?: number): Promise<StrategyConfiguration | undefined>;
  /** Latest versions, by name. */
  list(): Promise<readonly StrategyConfiguration[]>;
  versions(id: string): Promise<readonly StrategyConfiguration[]>;
  /** Stores a version. Throws `storage.version-conflict` (conflict) unless it follows the latest one. */
  save(configuration: StrategyConfiguration): Promise<void>;
  /** Hides the configuration from the list; its versions stay for those who name them. Returns whether there was one. */
  archive(id: string): Promise<boolean>;
}

/** A strategy file of the person's that passed, or failed, the strategy laws, known by the hash of its source. */
export interface StrategyCheck {
  readonly sourceSha256: string;
  readonly path: string;
  readonly passed: boolean;
  readonly report: Json;
  readonly checkedAt: number;
}

export interface StrategyCheckRepository {
  find(sourceSha256: string): Promise<StrategyCheck | undefined>;
  save(check: StrategyCheck): Promise<void>;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly type: AccountType;
  readonly startCashMicros: Micros;
  /** Parameters by the id of the limit. */
  readonly limits: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly costs: Json;
  readonly execution: {
    readonly fillOnTouch: boolean;
    /** Undefined switches the cap off. */
    readonly maxVolumeShare: number | undefined;
    readonly entryReserve: number;
  };
  /** Halts in force. They outlive the session that set them: the next session of the account begins halted. */
  readonly halts: readonly Halt[];
  readonly createdAt: number;
  /** Set when it takes no more sessions. */
  readonly archivedAt: number | undefined;
}

export interface AccountRepository {
  find(id: string): Promise<AccountRow | undefined>;
  list(): Promise<readonly AccountRow[]>;
  save(account: AccountRow): Promise<void>;
}

/** `interrupted` is a session that cannot go on by itself; its reason says what a person has to do. */
export type SessionState = 'created' | 'running' | 'paused' | 'finished' | 'stopped' | 'interrupted';

/** Whether the manager has it in hand: an account has at most one such session. */
export const ACTIVE_STATES: readonly SessionState[] = ['created', 'running', 'paused'];

export interface SleeveRow {
  readonly id: string;
  readonly configurationId: string;
  readonly configurationVersion: number;
  readonly symbols: readonly string[];
  readonly capitalShare: number;
}

/** What a session replays: stored bars, pinned by their hash. */
export interface ReplayRow {
  readonly kind: 'replay';
  readonly timeframe: Timeframe;
  readonly series: readonly { readonly symbol: string; readonly datasetId: string; readonly sha256: string }[];
  readonly from: SessionDay;
  readonly to: SessionDay;
  /** 0.2 to 1,000. */
  readonly barsPerSecond: number;
  /** Instants shown before the first decision. */
  readonly startAt: number;
}

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly state: SessionState;
  /** Why it is as it is, in words; undefined where there is nothing to say. */
  readonly reason: string | undefined;
  readonly feed: ReplayRow;
  readonly sleeves: readonly SleeveRow[];
  readonly codeVersion: string;
  /** Raised by whoever takes the session in hand; a turn of an older one is refused. */
  readonly epoch: number;
  /** Turns committed so far. */
  readonly turn: number;
  /** Instants of the feed handed out, and how many there are. */
  readonly position: number;
  readonly length: number;
  /** What the session resumes from: bit for bit the state after the latest turn. Undefined before the first. */
  readonly snapshot: Json | undefined;
  readonly account: AccountSnapshot | undefined;
  readonly createdAt: number;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** Why a turn was not written. `stale`: another owner has the session. */
export type TurnAnswer = 'written' | 'written-before' | 'stale';

/** A session without its snapshot, for lists. */
export type ListedSession = Omit<SessionRow, 'snapshot'>;

export interface SessionRepository {
  find(id: string): Promise<SessionRow | undefined>;
  /** Newest first. */
  list(where?: {
    readonly accountId?: string | undefined;
    readonly states?: readonly SessionState[] | undefined;
  }): Promise<readonly ListedSession[]>;
  /** Throws `storage.session-active` (conflict) when the account has an active session already. */
  create(session: SessionRow): Promise<void>;
  /** Takes the session in hand and returns the new epoch. Like the other two, throws `storage.unknown-session` (not-found). */
  claim(id: string): Promise<number>;
  /** Writes what a turn changes of the row, if `epoch` still holds and `turn` is the next one. Throws `storage.turn-gap` (conflict) for a later one. */
  advance(
    id: string,
    epoch: number,
    turn: number,
    change: Pick<SessionRow, 'snapshot' | 'position' | 'account' | 'state' | 'reason' | 'endedAt'>,
  ): Promise<TurnAnswer>;
  /** Changes the state, the speed or the reason outside of a turn, while the manager is not driving it. */
  update(
    id: string,
    change: Partial<Pick<SessionRow, 'state' | 'reason' | 'startedAt' | 'endedAt' | 'feed'>>,
  ): Promise<void>;
}

export interface OrderRow {
  readonly seq: number;
  readonly accountId: string;
  readonly sessionId: string;
  readonly state: OrderState;
  /** When the row was written, before the order was sent. */
  readonly recordedAt: number;
  /** When the broker answered; undefined while it is not known to have arrived. */
  readonly sentAt: number | undefined;
  readonly endedAt: number | undefined;
}

export interface OrderRepository {
  find(accountId: string, clientOrderId: string): Promise<OrderRow | undefined>;
  /** Newest first. */
  list(
    page: PageRequest,
    where?: {
      readonly accountId?: string | undefined;
      readonly sessionId?: string | undefined;
      readonly symbol?: string | undefined;
      readonly open?: boolean | undefined;
    },
  ): Promise<Page<OrderRow>>;
  /**
   * Writes orders as they now stand, each row once by account and client order id. When it was first written, sent and ended stays, and so
   * does the order itself.
   */
  save(rows: readonly Omit<OrderRow, 'seq'>[]): Promise<void>;
}

export interface FillRow {
  readonly seq: number;
  readonly accountId: string;
  readonly sessionId: string;
  readonly fill: Fill;
  readonly recordedAt: number;
}

/** What the fills of a sleeve in one symbol came to. */
export interface FillSum {
  readonly sleeveId: string;
  readonly symbol: string;
  readonly fills: number;
  readonly commissionMicros: number;
  readonly slippageMicros: number;
}

export interface FillRepository {
  /** The same fill (account, order and sequence) again changes nothing; returns how many were new. */
  add(rows: readonly Omit<FillRow, 'seq'>[]): Promise<number>;
  /** Newest first. */
  list(
    page: PageRequest,
    where?: {
      readonly accountId?: string | undefined;
      readonly sessionId?: string | undefined;
      readonly clientOrderId?: string | undefined;
    },
  ): Promise<Page<FillRow>>;
  /** Returns the fills of a session, summed, by sleeve and symbol. */
  sums(sessionId: string): Promise<readonly FillSum[]>;
}

/** What one sleeve holds of one symbol. The account's positions are their sums. */
export interface SleevePosition extends Position {
  readonly sleeveId: string;
  readonly realizedMicros: number;
}

export interface PositionRepository {
  /** Puts these in the place of the session's positions. */
  replace(sessionId: string, positions: readonly SleevePosition[]): Promise<void>;
  list(sessionId: string): Promise<readonly SleevePosition[]>;
}

export interface EquityPoint {
  /** Close of the instant, UTC milliseconds of market time. */
  readonly at: number;
  readonly equityMicros: number;
  readonly cashMicros: number;
}

export interface EquityRepository {
  /** The same instant again changes nothing. */
  append(sessionId: string, points: readonly EquityPoint[]): Promise<void>;
  /** Oldest first, or newest first with `newestFirst`; `after` is the market time of the last point seen. */
  list(sessionId: string, page: PageRequest & { readonly newestFirst?: boolean }): Promise<Page<EquityPoint>>;
  /**
   * Returns at most that many points of the whole curve, oldest first: of each of equally long stretches the lowest and the highest, and the
   * first and the last of all. All of them where they are no more. Takes 4 and up.
   */
  thinned(sessionId: string, most: number): Promise<{ readonly points: readonly EquityPoint[]; readonly of: number }>;
}

export interface TradeRepository {
  add(sessionId: string, trades: readonly Trade[]): Promise<void>;
  list(sessionId: string): Promise<readonly Trade[]>;
}

/** One line of an account's book of events, sealed by the hash of the line before. */
export interface JournalEntry {
  readonly accountId: string;
  /** Counts the account's entries from 1 without a gap. */
  readonly seq: number;
  readonly sessionId: string;
  /** `event.seq` counts the session's own events from 1. */
  readonly event: RecordedEvent;
  /** SHA-256 in hex over the previous hash and the canonical JSON of the rest. The first stands on 64 zeros. */
  readonly hash: string;
}

/** Events of a session that say the same for one sleeve, counted. */
export interface EventTally {
  readonly sleeveId: string;
  readonly type: RecordedEvent['type'];
  /** What a decision wants, the code of an abstention, of a signal without an order, or of the limit that refused; undefined for the rest. */
  readonly code: string | undefined;
  readonly isAbstention: boolean;
  readonly count: number;
  /** Market time of the latest, and its words. */
  readonly lastAt: number;
  readonly example: string | undefined;
}

export type JournalAudit =
  | { readonly ok: true; readonly accountId: string; readonly entries: number; readonly head: string }
  | {
      readonly ok: false;
      readonly accountId: string;
      /** First entry that does not fit. */
      readonly seq: number;
      readonly reason: string;
    };

/** Append-only, each entry chained to the one before by its hash; the database itself refuses to change or delete one. */
export interface JournalRepository {
  /** Throws `storage.event-written-before` (conflict), and then writes none of them, when the session has an event of one of these numbers. */
  append(accountId: string, sessionId: string, events: readonly RecordedEvent[]): Promise<void>;
  /** Oldest first, or newest first with `newestFirst`. */
  list(
    page: PageRequest & { readonly newestFirst?: boolean },
    where: {
      readonly accountId: string;
      readonly sessionId?: string | undefined;
      readonly clientOrderId?: string | undefined;
      /** Only events of these types. */
      readonly types?: readonly RecordedEvent['type'][] | undefined;
      /** Only events of this sleeve, or symbol; those of the account as a whole have neither. */
      readonly sleeveId?: string | undefined;
      readonly symbol?: string | undefined;
      /** Only events from and to this market time, both inclusive; within a session it never goes back. */
      readonly from?: number | undefined;
      readonly to?: number | undefined;
    },
  ): Promise<Page<JournalEntry>>;
  /** Counts what the sleeves of a session decided, and what came of it; an order that several limits refused counts for each. */
  tally(accountId: string, sessionId: string): Promise<readonly EventTally[]>;
  /** Walks the whole chain of each account, or of one. */
  audit(accountId?: string): Promise<readonly JournalAudit[]>;
}

export interface RunRow {
  readonly id: string;
  readonly jobId: string | undefined;
  readonly manifest: RunManifest;
  /** The whole result; its print is beside it, and in it. */
  readonly document: Json;
  readonly fingerprint: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly createdAt: number;
}

/** A run without its document, for lists. */
export type RunSummary = Omit<RunRow, 'document'> & {
  readonly seq: number;
  /** Headline figures of the document. */
  readonly headline: Json;
};

export interface RunRepository {
  find(id: string): Promise<RunRow | undefined>;
  /** Newest first. */
  list(
    page: PageRequest,
    where?: {
      readonly symbol?: string | undefined;
      readonly strategy?: string | undefined;
      readonly tag?: string | undefined;
    },
  ): Promise<Page<RunSummary>>;
  /** Stores a run; the same id again changes nothing. A document that is written already is given as its JSON in UTF-8. */
  save(run: Omit<RunRow, 'document'> & { readonly document: Json | Uint8Array }, headline: Json): Promise<void>;
  label(id: string, change: { readonly tags?: readonly string[]; readonly note?: string }): Promise<boolean>;
  delete(id: string): Promise<boolean>;
}

/** One configuration tried on some data. It stays when the run is deleted: forgetting what was tried is how luck becomes skill. */
export interface Trial {
  /** The bars tried on, whatever the range: `provider:symbol:timeframe`. */
  readonly dataset: string;
  readonly from: SessionDay;
  readonly to: SessionDay;
  /** SHA-256 of everything that was chosen: strategy and its source, parameters, sizing, limits, costs, execution. */
  readonly configurationSha256: string;
  readonly by: 'cli' | 'http' | 'mcp' | 'sweep';
  readonly at: number;
}

export interface TrialRepository {
  /** Writes the trial down and returns how many distinct configurations, this one counted, have been tried on data that overlaps its own. */
  register(trial: Trial): Promise<number>;
  /** Counts the tries: a configuration on some data is one, however often and on whichever ranges. */
  count(where?: {
    readonly symbol?: string | undefined;
    readonly timeframe?: Timeframe | undefined;
    /** Only tries on ranges that overlap this one. */
    readonly from?: SessionDay | undefined;
    readonly to?: SessionDay | undefined;
  }): Promise<number>;
}

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface JobRow {
  readonly seq: number;
  readonly id: string;
  readonly job: string;
  readonly input: Json;
  readonly state: JobState;
  readonly progress: { readonly done: number; readonly total: number; readonly of: string } | undefined;
  readonly result: Json | undefined;
  readonly error: { readonly code: string; readonly kind: string; readonly message: string } | undefined;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Who waits for it. A command's own job dies with the command. */
  readonly requestedBy: 'cli' | 'http' | 'mcp' | 'schedule';
  readonly cancelRequestedAt: number | undefined;
  readonly createdAt: number;
  readonly startedAt: number | undefined;
  /** Last sign of life of the worker that runs it. */
  readonly heartbeatAt: number | undefined;
  readonly endedAt: number | undefined;
}

export interface JobRepository {
  find(id: string): Promise<JobRow | undefined>;
  /** Newest first. */
  list(
    page: PageRequest,
    where?: { readonly job?: string | undefined; readonly states?: readonly JobState[] | undefined },
  ): Promise<Page<JobRow>>;
  /** Adding the same id twice adds it once; returns whether it was new. */
  add(row: Omit<JobRow, 'seq'>): Promise<boolean>;
  /** Changes a row whose state is one of `from`; returns whether it was. A state that is over is never left. */
  change(id: string, from: readonly JobState[], change: Partial<Omit<JobRow, 'seq' | 'id' | 'job'>>): Promise<boolean>;
  /** Removes rows that ended before an instant, but for the latest of each job that ended. */
  prune(endedBefore: number): Promise<number>;
}

/** A request that was answered, so that its repeat gets the same answer. */
export interface IdempotencyRow {
  readonly key: string;
  readonly operation: string;
  readonly requestSha256: string;
  /** Undefined while the first request is being worked on. */
  readonly answer: { readonly status: number; readonly body: Json } | undefined;
  readonly createdAt: number;
}

export interface IdempotencyRepository {
  /** Reserves the key, or returns the row that has it. */
  reserve(row: Omit<IdempotencyRow, 'answer'>): Promise<IdempotencyRow | undefined>;
  settle(key: string, operation: string, answer: { readonly status: number; readonly body: Json }): Promise<void>;
  /** Frees a key whose request came to nothing. */
  release(key: string, operation: string): Promise<void>;
  prune(createdBefore: number): Promise<number>;
}

/** Every repository over one transaction. */
export interface Repositories {
  readonly instruments: InstrumentRepository;
  readonly bars: BarRepository;
  readonly quarantine: QuarantineRepository;
  readonly strategyConfigurations: StrategyConfigurationRepository;
  readonly strategyChecks: StrategyCheckRepository;
  readonly accounts: AccountRepository;
  readonly sessions: SessionRepository;
  readonly orders: OrderRepository;
  readonly fills: FillRepository;
  readonly positions: PositionRepository;
  readonly equity: EquityRepository;
  readonly trades: TradeRepository;
  readonly journal: JournalRepository;
  readonly runs: RunRepository;
  readonly trials: TrialRepository;
  readonly jobs: JobRepository;
  readonly idempotency: IdempotencyRepository;
}

/** One transaction per operation: all of it is written, or none. A connection that is lost throws `storage.unavailable` (retry). */
export interface UnitOfWork {
  run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
