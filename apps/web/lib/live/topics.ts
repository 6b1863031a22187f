import type { Schemas } from '../api/client';

export type Health = { isReady: boolean; components: Schemas['SystemShowOutput']['components'] };
export type Halt = Schemas['Account']['halts'][number];
/** A session with the halts of its account. What only its driver knows (`live`) is asked for, not told. */
export type Session = Omit<Schemas['Session'], 'live'> & { halts?: Halt[] };
export type Job = Schemas['Job'];
export type Quote = { symbol: string; price: number; barOpenedAt: string; session: string };
export type LiveBar = {
  symbol: string;
  openedAt: string;
  session: string;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number | null;
};
export type Order = Schemas['OrdersListOutput']['orders'][number];
export type Fill = Schemas['FillsListOutput']['fills'][number];
export type Position = Schemas['PositionsListOutput']['positions'][number];
export type EquityPoint = Schemas['EquityListOutput']['points'][number];
export type Decision = Schemas['DecisionsListOutput']['decisions'][number];
export type SessionEvent = Schemas['EventsListOutput']['events'][number];

/** What each topic tells, item by item. */
interface TopicItems {
  health: Health;
  jobs: Job;
  sessions: Session;
  bars: LiveBar;
  quotes: Quote;
  orders: Order;
  fills: Fill;
  positions: Position;
  equity: EquityPoint;
  decisions: Decision;
  events: SessionEvent;
}

export type TopicKind = keyof TopicItems;
export type ItemOf<K extends TopicKind> = TopicItems[K];

export interface TopicRule<T> {
  /** The name of an item: a delta replaces the thing of the same name. */
  readonly name: (item: T) => string;
  /** How many the page keeps; the oldest go first. */
  readonly most: number;
}

/** How the items of a topic are told apart. */
export const topicRules: { readonly [K in TopicKind]: TopicRule<ItemOf<K>> } = {
  health: { name: () => 'health', most: 1 },
  jobs: { name: (job) => job.id, most: 500 },
  sessions: { name: (session) => session.id, most: 1_000 },
  bars: { name: (bar) => `${bar.symbol} ${bar.openedAt}`, most: 20_000 },
  quotes: { name: (quote) => quote.symbol, most: 500 },
  orders: { name: (order) => order.clientOrderId, most: 1_000 },
  fills: { name: (fill) => `${fill.clientOrderId} ${fill.sequence}`, most: 1_000 },
  positions: { name: (position) => `${position.sleeveId} ${position.symbol}`, most: 1_000 },
  equity: { name: (point) => point.at, most: 20_000 },
  decisions: { name: (decision) => String(decision.seq), most: 1_000 },
  events: { name: (event) => String(event.seq), most: 1_000 },
};

/** A topic of one session, or of the whole server. */
export type Topic = 'health' | 'jobs' | 'sessions' | `sessions/${string}/${SessionTopicKind}`;
export type SessionTopicKind = Exclude<TopicKind, 'health' | 'jobs' | 'sessions'>;

/** Returns which kind of items a topic carries. */
export function kindOf(topic: Topic): TopicKind {
  return topic.slice(topic.lastIndexOf('/') + 1) as TopicKind;
}
