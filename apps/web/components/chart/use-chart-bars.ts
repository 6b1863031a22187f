'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import { api, ProblemError, read, type Schemas } from '@/lib/api/client';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { LiveBar, Session } from '@/lib/live/topics';
import { barsOfPage, joinLive, newestBars, weeksOf } from './bars-of-page';
import { isSeen, type SeenUntil } from './is-seen';
import {
  type ChartTimeframe,
  type DayWindow,
  type HeldTimeframe,
  heldFor,
  windowBefore,
  windowUpTo,
} from './timeframes';

export interface Provenance {
  readonly provider: string;
  readonly source: string;
  readonly adjustment: string;
  readonly synthetic: boolean;
}

export interface ChartBars {
  /** Oldest first; undefined while loading. */
  readonly bars: readonly ChartBar[] | undefined;
  readonly provenance: Provenance | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Loads the bars before the oldest; does nothing when there are none. */
  readonly loadOlder: () => void;
  /** There are older bars than those loaded. */
  readonly hasOlder: boolean;
}

const NOTHING: DayWindow = { from: '', to: '' };

export interface BarsWanted {
  readonly symbol: string;
  readonly timeframe: ChartTimeframe;
  /** First and last session that are held of it. */
  readonly held: { readonly from: string; readonly to: string } | undefined;
  /** The session whose eyes are looked through; undefined shows everything that is held. */
  readonly session: Session | undefined;
}

/** Returns the bars of a symbol: all of them, or those that a session has seen, growing as it sees more. */
export function useChartBars({ symbol, timeframe, held, session }: BarsWanted): ChartBars {
  const span = heldFor(timeframe);
  const sight = useSight(session, symbol, span);
  const earliest = session?.feed.from ?? held?.from;
  const latest = session === undefined ? held?.to : sight.anchor?.day;
  const epoch = sight.anchor?.key;

  const query = useInfiniteQuery({
    queryKey: ['chart-bars', symbol, span, earliest, latest, epoch],
    enabled: earliest !== undefined && latest !== undefined,
    initialPageParam: latest === undefined || earliest === undefined ? NOTHING : windowUpTo(latest, earliest, span),
    queryFn: ({ pageParam }) => loadWindow(symbol, span, pageParam),
    getNextPageParam: (_page, _all, window) => windowBefore(window, earliest ?? '', span),
    // What has happened does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  });

  const until = sight.anchor;
  const seenSpan = session?.feed.timeframe;
  const isOfFeed = span === seenSpan;
  const history = useMemo(() => {
    const loaded = query.data?.pages.toReversed().flatMap(({ bars }) => bars);
    if (loaded === undefined || seenSpan === undefined || until === undefined) return loaded;
    return loaded.filter((bar) => isSeen(bar, span, until, seenSpan));
  }, [query.data, until, seenSpan, span]);

  const family = `${session?.id} ${symbol} ${span} ${session === undefined ? `${earliest} ${latest}` : ''}`;
  const grown = useGrown(family, epoch, history, isOfFeed ? sight.live : undefined, symbol, sight.renew);
  const bars = useMemo(
    () => (timeframe === '1w' && grown.bars !== undefined ? weeksOf(grown.bars) : grown.bars),
    [grown.bars, timeframe],
  );

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return {
    bars: session !== undefined && sight.isBlind ? [] : bars,
    provenance: query.data?.pages[0]?.provenance,
    error: query.error,
    retry: () => void query.refetch(),
    loadOlder: () => {
      if (grown.isCut) sight.renew();
      else if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    hasOlder: grown.isCut || hasNextPage,
  };
}

interface Sight {
  /** The newest bar that the session had seen when the history was asked for. */
  readonly anchor: (SeenUntil & { readonly key: string; readonly day: string }) | undefined;
  readonly live: readonly LiveBar[] | undefined;
  /** It has seen no bar of the symbol at all. */
  readonly isBlind: boolean;
  readonly renew: () => void;
}

const OTHER_SPAN_EVERY_MS = 2_000;

/** How far a session has seen. History is asked for once, up to there; everything after comes live. */
function useSight(session: Session | undefined, symbol: string, span: HeldTimeframe): Sight {
  const { items } = useSessionTopic(session?.id, 'bars');
  const [round, setRound] = useState(0);
  const newest = useMemo(() => items?.findLast((bar) => bar.symbol === symbol), [items, symbol]);
  // Bars of another span are not told of live: they are asked for again every few seconds, as days go by.
  const days = useCalm(newest?.session, OTHER_SPAN_EVERY_MS);
  const key = session && `${session.id} ${symbol} ${span} ${round} ${span === session.feed.timeframe ? '' : days}`;
  const [anchor, setAnchor] = useState<Sight['anchor']>(undefined);
  const isCurrent = anchor !== undefined && anchor.key === key;
  if (key !== undefined && newest !== undefined && !isCurrent) {
    setAnchor({ key, time: Date.parse(newest.openedAt) / 1000, session: newest.session, day: newest.session });
  }
  return {
    anchor: isCurrent ? anchor : undefined,
    live: items,
    isBlind: items !== undefined && newest === undefined,
    renew: useCallback(() => setRound((last) => last + 1), []),
  };
}

/** Returns a value that changes at most so often. */
function useCalm<T>(value: T, everyMs: number): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    if (value === calm) return;
    const timer = setTimeout(() => setCalm(value), calm === undefined ? 0 : everyMs);
    return () => clearTimeout(timer);
  }, [value, calm, everyMs]);
  return calm;
}

interface Grown {
  readonly family: string;
  readonly key: string | undefined;
  readonly base: readonly ChartBar[];
  readonly bars: readonly ChartBar[];
  readonly hasHole: boolean;
  /** Some were let go at the left, so that older ones cannot be put before them. */
  readonly isCut: boolean;
}

/** So many bars come live before the oldest are let go: a chart takes as much longer to draw as there are more of them. */
const MOST_GROWTH = 1_500;

/** The history with what came since. What is known grows at its end alone. */
function useGrown(
  family: string,
  key: string | undefined,
  history: readonly ChartBar[] | undefined,
  live: readonly LiveBar[] | undefined,
  symbol: string,
  renew: () => void,
): { readonly bars: readonly ChartBar[] | undefined; readonly isCut: boolean } {
  const [grown, setGrown] = useState<Grown | undefined>(undefined);
  useEffect(() => {
    if (history === undefined) return;
    setGrown((before) => {
      const isKnown = before !== undefined && before.key === key;
      // Where older bars came in at the left, what came live stays at the right.
      const known = !isKnown ? history : before.base === history ? before.bars : withNewer(history, before.bars);
      const { bars, hasHole } = live === undefined ? { bars: known, hasHole: false } : joinLive(known, live, symbol);
      if (isKnown && bars === before.bars && before.base === history) return before;
      const kept = Math.max(history.length, MOST_GROWTH);
      const grownBars = hasHole ? known : bars;
      const newest = grownBars.length > kept + MOST_GROWTH ? newestBars(grownBars, kept) : grownBars;
      const isCut = newest !== grownBars || (isKnown && before.isCut);
      return { family, key, base: history, bars: newest, hasHole, isCut };
    });
  }, [family, key, history, live, symbol]);
  // While those of another day are on their way, the ones that are known stay.
  const current = grown?.family === family ? grown : undefined;
  const isOfKey = current !== undefined && current.key === key;
  const hasHole = isOfKey && current.hasHole;
  useEffect(() => {
    if (hasHole) renew();
  }, [hasHole, renew]);
  return { bars: current?.bars, isCut: isOfKey && current.isCut };
}

function withNewer(history: readonly ChartBar[], bars: readonly ChartBar[]): readonly ChartBar[] {
  const last = history.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
  return [...history, ...bars.filter(({ time }) => time > last)];
}

interface Loaded {
  readonly bars: readonly ChartBar[];
  readonly provenance: Provenance | undefined;
}

async function loadWindow(symbol: string, timeframe: HeldTimeframe, { from, to }: DayWindow): Promise<Loaded> {
  const bars: ChartBar[] = [];
  let provenance: Provenance | undefined;
  let cursor: string | null | undefined;
  do {
    const page: Schemas['BarsListOutput'] | undefined = await pageOf({
      symbol,
      timeframe,
      from,
      to,
      limit: 5_000,
      ...(cursor === undefined || cursor === null ? {} : { cursor }),
    });
    if (page === undefined) break;
    const { provider, source, adjustment, synthetic } = page;
    provenance ??= { provider, source, adjustment, synthetic };
    bars.push(...barsOfPage(page));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { bars, provenance };
}

interface BarsQuery extends DayWindow {
  readonly symbol: string;
  readonly timeframe: HeldTimeframe;
  readonly limit: number;
  readonly cursor?: string;
}

/** A stretch without trading is no fault: it has no bars. */
async function pageOf(query: BarsQuery): Promise<Schemas['BarsListOutput'] | undefined> {
  try {
    return await read(api.GET('/api/bars', { params: { query } }));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'market-data.empty-range') return undefined;
    throw error;
  }
}
