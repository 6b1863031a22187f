import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import type { FeedBar } from '@candor/domain/ports/bar-feed';
import type { Clock } from '@candor/domain/ports/clock';
import type { OrderRow, Repositories, SessionRow, UnitOfWork } from '@candor/domain/ports/repositories';
import { createMarketReplay } from '@candor/market-data/market-replay';
import type { Health } from '../../resources/health-board.ts';
import type { LiveTopic } from '../../resources/live-topics.ts';
import { wireBar } from '../../resources/wire/wire-bar.ts';
import { wireDecision } from '../../resources/wire/wire-decision.ts';
import { wireEquityPoint } from '../../resources/wire/wire-equity-point.ts';
import { wireEvent } from '../../resources/wire/wire-event.ts';
import { wireFill } from '../../resources/wire/wire-fill.ts';
import { wireHalt } from '../../resources/wire/wire-halt.ts';
import { wireHealth } from '../../resources/wire/wire-health.ts';
import { wireJob } from '../../resources/wire/wire-job.ts';
import { wireOrder } from '../../resources/wire/wire-order.ts';
import { wirePosition } from '../../resources/wire/wire-position.ts';
import { wireQuote } from '../../resources/wire/wire-quote.ts';
import { type LiveStatus, wireSession } from '../../resources/wire/wire-session.ts';
import type { LiveSnapshot, LoadSnapshot } from './followed-topic.ts';

export interface SnapshotSources {
  readonly unitOfWork: UnitOfWork;
  /** Who drives the sessions of this process. */
  readonly manager: { find(sessionId: string): LiveStatus | undefined };
  readonly health: () => Health;
  readonly clock: Clock;
}

const LATEST = { limit: 100 };
const MOST_OPEN_ORDERS = { limit: 1_000 };
const LATEST_EQUITY = { limit: 1_000, newestFirst: true };
const BARS_A_SYMBOL = 500;
const MOST_BARS = 2_000;

// A session writes a turn every few milliseconds at most; two looks at its row in a row mostly fall between two of them.
const LOOKS = 4;

/** Returns the loader of what each topic shows to someone who comes new, lists oldest first. */
export function createSnapshots({ unitOfWork, manager, health, clock }: SnapshotSources): LoadSnapshot {
  const platform: Partial<Record<LiveTopic, () => Promise<Json>>> = {
    health: async () => wireHealth(health()),
    jobs: () =>
      unitOfWork.run(async ({ jobs }) => (await jobs.list(LATEST)).rows.toReversed().map((row) => wireJob(row))),
    sessions: () =>
      unitOfWork.run(async ({ sessions, accounts }) => {
        const halts = new Map((await accounts.list()).map((account) => [account.id, account.halts.map(wireHalt)]));
        return (await sessions.list()).toReversed().map((row) => ({
          ...wireSession(row, manager.find(row.id)),
          // Those of the account, which its session inherits.
          halts: halts.get(row.accountId) ?? [],
        }));
      }),
  };
  return async (topic, id) => {
    const ofPlatform = platform[topic];
    if (ofPlatform !== undefined) return { data: await ofPlatform() };
    const ofSession = OF_SESSION[topic];
    return ofSession && unitOfWork.run((repositories) => loadAsOfTurn(repositories, id, clock, ofSession));
  };
}

type OfSession = (repositories: Repositories, row: SessionRow, clock: Clock) => Promise<Json>;

/** Reads until no turn was written in between, so that the data holds just what its turn says. */
async function loadAsOfTurn(
  repositories: Repositories,
  id: string,
  clock: Clock,
  ofSession: OfSession,
): Promise<LiveSnapshot | undefined> {
  let row = await repositories.sessions.find(id);
  for (let look = 1; row !== undefined; look++) {
    const data = await ofSession(repositories, row, clock);
    const now = await repositories.sessions.find(id);
    // The earlier turn when it never stands still: a message too many is better than one too few.
    if (now?.turn === row.turn || look === LOOKS) return { data, through: row.turn };
    row = now;
  }
  return undefined;
}

const OF_SESSION: Partial<Record<LiveTopic, OfSession>> = {
  bars: async (repositories, row, clock) => {
    const seen = await barsSeen(repositories, row, clock);
    const most = Math.min(BARS_A_SYMBOL * row.feed.series.length, MOST_BARS);
    return seen.slice(-most).map(({ symbol, bar }) => wireBar(bar, { symbol }));
  },
  quotes: async (repositories, row, clock) => {
    const latest = new Map((await barsSeen(repositories, row, clock)).map((each) => [each.symbol, each]));
    return [...latest.values()].map(({ symbol, bar }) => wireQuote(bar, { symbol }));
  },
  orders: async ({ orders }, { id: sessionId }) => {
    const open = await orders.list(MOST_OPEN_ORDERS, { sessionId, open: true });
    const latest = await orders.list(LATEST, { sessionId });
    const bySeq = new Map<number, OrderRow>([...open.rows, ...latest.rows].map((row) => [row.seq, row]));
    return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq).map((row) => wireOrder(row));
  },
  fills: async ({ fills }, { id: sessionId }) =>
    (await fills.list(LATEST, { sessionId })).rows.toReversed().map((row) => wireFill(row)),
  positions: async ({ positions }, { id }) => (await positions.list(id)).map((position) => wirePosition(position)),
  equity: async ({ equity }, { id }) =>
    (await equity.list(id, LATEST_EQUITY)).rows.toReversed().map((point) => wireEquityPoint(point)),
  decisions: async ({ journal }, { accountId, id: sessionId }) => {
    const page = { ...LATEST, newestFirst: true };
    const { rows } = await journal.list(page, { accountId, sessionId, types: ['decision'] });
    return rows.toReversed().flatMap((entry) => wireDecision(entry) ?? []);
  },
  events: async ({ journal }, { accountId, id: sessionId }) => {
    const { rows } = await journal.list({ ...LATEST, newestFirst: true }, { accountId, sessionId });
    return rows.toReversed().map((entry) => wireEvent(entry));
  },
};

/** Bars of the instants that the session's turns have come to, oldest first: never one beyond. */
async function barsSeen({ bars }: Repositories, { feed, position }: SessionRow, clock: Clock): Promise<FeedBar[]> {
  const series: BarSeries[] = [];
  for (const { datasetId } of feed.series) {
    const loaded = await bars.load(datasetId, feed.from, feed.to);
    if (loaded !== undefined) series.push(loaded);
  }
  const { barsPerSecond } = feed;
  return [...createMarketReplay(series, clock, { barsPerSecond, startAt: position }).history()].flat();
}
